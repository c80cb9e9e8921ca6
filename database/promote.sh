# promote [PART] [--force] [--if-gone]: makes a replica the primary, without losing a commit that was acknowledged. If the
# primary answers, it is a switchover (switchover.sh); if not, a failover (failover.sh).
# shellcheck shell=bash

command_promote() {
  local chosen=${1:-} old
  supervisor_runs || start_databases
  begin_database_work
  raise_priority
  old=$(primary_name)
  [ -z "$chosen" ] || [[ " $(database_names | tr '\n' ' ') " == *" $chosen "* ]] ||
    die "promote which database? One of: $(database_names | tr '\n' ' ')"
  if ! database_alive "$old"; then
    [ "$chosen" != "$old" ] || die "$old does not answer; ./commonplace promote chooses a replica"
    fail_over "$old" "$chosen" "${options[--force]}"
  elif [ -n "${options[--if-gone]}" ]; then
    die "$old answers, so nothing was promoted"
  elif [ "$chosen" = "$old" ] || { [ -z "$chosen" ] && ! is_writable "$old"; }; then
    finish_promotion "$old"
  else
    switch_over "$old" "$chosen"
  fi
}

# `up` fails after a start of the machine that the primary did not survive, so this starts what it can.
start_databases() {
  local replica
  load_settings
  [ -e "$COMMONPLACE_DATA/provisioned" ] || die "there is no cluster in $COMMONPLACE_DATA yet: ./commonplace up"
  say 'Starting what can be started'
  write_supervisor_conf
  supervisor_start
  for _ in {1..60}; do
    for replica in $(database_names); do database_answers "$replica" || continue 2; done
    break
  done
}

# Continues a promotion that was interrupted after the new primary had been named.
finish_promotion() {
  local replica
  if is_writable "$1"; then
    say "$1 is the primary"
  else
    make_writable "$1"
    route_writes "$1"
    say "$1 takes writes now"
  fi
  for replica in $(replica_names); do
    ! database_alive "$replica" || follows_primary "$replica" || join_replica "$replica"
  done
}
