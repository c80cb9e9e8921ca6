# The change of the primary when it is dead or frozen: refused if an acknowledged commit could get lost, unless forced.
# Provides: fail_over
# shellcheck shell=bash

# Until name_successor nothing needs an undo: the old primary stays named, and `up` starts it again. Later the next `promote`
# or `up` finishes the change.
failover_phases=(
  # PHASE            | UNDO | WHAT IT DOES                                                              | WHAT PEOPLE SEE
  'choose_best       | -    | takes the most advanced replica, or checks the one that was named         | read-only pages'
  'check_losses      | -    | refuses if commits could get lost, before the old primary is touched      | read-only pages'
  'fence_old_primary | -    | stops the old primary, so that it cannot wake up and take writes           | read-only pages'
  'stop_receiving    | -    | ends the replication; what the replicas have now is final                 | read-only pages'
  'check_losses      | -    | refuses again, by what the replicas have now                              | read-only pages'
  'apply_all         | -    | waits until the replica has applied everything that it has received       | read-only pages'
  'name_successor    | -    | writes the name of the new primary to the disk                            | read-only pages'
  'skip_lost         | -    | with losses: skips positions and identifiers that clients may remember    | read-only pages'
  'open_for_writes   | -    | makes the new primary writable, and tells the balancer                    | people can save again'
  'repoint_replicas  | -    | lets the other replicas follow the new primary                            | nothing'
  'forget_lost_pages | -    | with losses: restarts a clone, so that all caches forget lost pages       | nothing'
)

# fail_over OLD [NEW] [FORCED]
fail_over() {
  old_primary=$1 new_primary=$2 failover_forced=$3 failover_lossy=''
  say "$old_primary does not answer"
  run_phases "${failover_phases[@]}"
}

choose_best() {
  local reason
  inspect_replicas
  [ -n "$new_primary" ] || new_primary=$(most_advanced) ||
    die "no replica can become the primary either; ./commonplace up starts what is missing"
  reason=$(why_unfit "$new_primary")
  [ -z "$reason" ] || die "$new_primary can't take over: $reason"
}

check_losses() {
  local losses line
  losses=$(possible_losses "$old_primary" "$new_primary")
  [ -n "$losses" ] || return 0
  while IFS= read -r line; do say "  $line"; done <<<"$losses"
  [ -n "$failover_forced" ] ||
    die "not promoted: commits could get lost. Start $old_primary again (./commonplace up); or, if it can't be saved: ./commonplace promote $new_primary --force"
  say '  Continuing because of --force'
  failover_lossy=1
}

fence_old_primary() {
  stop_for_good "$old_primary"
  say "$old_primary is stopped, and will be read-only when it starts"
}

stop_receiving() {
  local replica
  for replica in $(replica_names); do
    sql_patience=5 sql "$replica" <<<'STOP REPLICA IO_THREAD' 2>/dev/null || true
  done
  inspect_replicas
}

# As long as the replica makes progress it may take any time.
apply_all() {
  local left last=-1 stuck=0
  while true; do
    inspect_database "$new_primary" || die "$new_primary does not answer any more; ./commonplace promote tries again"
    left=$(sequence_of "${fact[$new_primary Applied]}")
    left=$((${fact[$new_primary Received]} - ${left:-0}))
    [ "$left" -gt 0 ] || break
    if [ "$left" = "$last" ]; then stuck=$((stuck + 1)); else stuck=0; fi
    [ "$stuck" -lt 60 ] || die "$new_primary does not apply its last $left transactions: ${fact[$new_primary Last_SQL_Error]}"
    last=$left
    progress_line "$new_primary applies $left transactions that it has received"
    sleep 0.5
  done
  progress_line ''
}

# The mark may be of an earlier time when this replica was the primary.
name_successor() {
  ! is_in_sync "$new_primary" || unmark_in_sync
  set_primary "$new_primary"
}

# The lost commits have used positions and identifiers, nobody knows how many. Browsers, caches and sessions remember them, so
# none of them may be used again with another meaning.
skip_lost() {
  [ -n "$failover_lossy" ] || return 0
  sql "$new_primary" <<SQL || die "$new_primary can't skip the lost positions; ./commonplace promote --force tries again"
SET SESSION gtid_seq_no = $(($(sequence_of "$(position_of "$new_primary")") + 1000000));
UPDATE commonplace.id_block SET next_value = next_value + 1000000;
SQL
}

open_for_writes() {
  make_writable "$new_primary"
  say "$new_primary takes writes now"
  route_writes "$new_primary"
}

# A clone that leaves and joins makes all clones drop from their caches what can change. Nobody is signed out.
forget_lost_pages() {
  [ -n "$failover_lossy" ] || return 0
  if [ "$clones" -eq 0 ]; then
    say 'Restart one of the clones on its host: lost pages could still be in the caches of all of them'
    return
  fi
  say 'Restarting clone-1: lost pages could still be in the caches of the clones'
  driver_drain clone-1
  driver_stop clone-1
  start_and_wait clone-1
  route_again clone-1
}
