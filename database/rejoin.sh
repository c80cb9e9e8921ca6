# rejoin PART [--if-clean]: brings a database back as a replica.
# shellcheck shell=bash

command_rejoin() {
  local part=${1:-}
  begin_database_work
  raise_priority
  [[ $part == database-* && " $(database_names | tr '\n' ' ') " == *" $part "* ]] ||
    die "rejoin which database? One of: $(replica_names | tr '\n' ' ')"
  [ "$part" != "$(primary_name)" ] || die "$part is the primary; ./commonplace promote makes another one the primary"
  is_writable "$(primary_name)" || die "there is no primary to follow: $(primary_name) takes no writes; ./commonplace promote"
  if ! database_alive "$part"; then
    # A frozen process could wake up in its old role.
    stop_for_good "$part"
    start_and_wait "$part"
  fi
  [ -z "${options[--if-clean]}" ] || is_in_history "$part" ||
    die "$part has transactions that $(primary_name) lacks; ./commonplace rejoin $part moves its data aside and rebuilds it"
  if follows_primary "$part" && [ -z "${fact[$part Last_SQL_Error]:-}" ]; then
    sql "$part" <<<'START REPLICA'
    wait_until_replicating "$part"
  else
    join_replica "$part"
  fi
}
