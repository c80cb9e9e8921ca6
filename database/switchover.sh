# The change of the primary while it answers: nothing can get lost, and people who save wait for a moment.
# Provides: switch_over
# shellcheck shell=bash

# A failure up to name_new_primary changes nothing. Later the new primary has its name, and the next `promote` or `up`
# finishes the change.
switchover_phases=(
  # PHASE             | UNDO            | WHAT IT DOES                                                     | WHAT PEOPLE SEE
  'choose_successor   | -               | takes the most advanced replica, or checks the one that was named | nothing'
  'catch_up           | close_sessions  | waits until the replica has applied what the primary has now     | nothing'
  'hand_over          | allow_writes    | sets the primary read-only; the replica applies its last commits | a save waits'
  'name_new_primary   | allow_writes    | writes the name of the new primary to the disk                   | a save waits'
  'swap_roles         | close_sessions  | makes the new primary writable, and the old one its replica      | a save waits'
  'reroute_writes     | close_sessions  | tells the balancer, which cuts the connections to the old one    | saves go to the new primary'
  'repoint_replicas   | -               | lets the other replicas follow the new primary                   | nothing'
)

# switch_over OLD [NEW]
switch_over() {
  old_primary=$1 new_primary=$2
  # Answers may take up to 15 s while statements end.
  session_patience=150
  run_phases "${switchover_phases[@]}"
}

choose_successor() {
  local reason
  inspect_replicas
  [ -n "$new_primary" ] || new_primary=$(most_advanced) || die "no replica can become the primary; ./commonplace status"
  reason=$(why_unfit "$new_primary")
  [ -z "$reason" ] || die "$new_primary can't take over: $reason"
}

# The sessions are opened now, because a client takes long to start.
catch_up() {
  say "$new_primary catches up with $old_primary"
  wait_for_position "$new_primary" "$(position_of "$old_primary")" 60 ||
    die "$new_primary is more than a minute behind $old_primary; nothing was changed"
  ask_session "$old_primary" "SELECT 'here';" && ask_session "$new_primary" "SELECT 'here';" ||
    die "$old_primary or $new_primary does not answer; nothing was changed"
}

# Three attempts: the machine may be busy for a moment. Between them people can save.
hand_over() {
  local attempt
  for attempt in 1 2 3; do
    # Since when nobody can save.
    writes_stopped=$(now_in_ms)
    ! try_hand_over || return 0
    [ "$attempt" -lt 3 ] || die "$hand_over_problem; nothing was changed, $old_primary stays the primary, try again"
    say "$hand_over_problem; trying again"
    allow_writes
    sleep 2
    catch_up
  done
}

allow_writes() {
  sql "$old_primary" <<<'SET GLOBAL read_only = 0'
  close_sessions
}

# True when the replica has everything that the primary has, which is read-only; or sets hand_over_problem.
try_hand_over() {
  hand_over_problem="$old_primary has a statement that does not end"
  stop_writes "$old_primary" || return
  ! ask_session "$new_primary" "SELECT MASTER_GTID_WAIT('$answer', 10);" || [ "$answer" != 0 ] || return 0
  hand_over_problem="$new_primary did not get the last commits within 10 s"
  ! inspect_database "$new_primary" ||
    hand_over_problem+=" (received: ${fact[$new_primary Gtid_IO_Pos]}, applied: ${fact[$new_primary Applied]}; ${fact[$new_primary Slave_IO_State]}; ${fact[$new_primary Slave_SQL_Running_State]})"
  return 1
}

# stop_writes PART: sets answer to its last position. read_only waits for running statements. Those that wait for a row lock
# would never end, because the transaction that holds the lock waits for read_only with its next statement. So they are
# interrupted; the clones repeat them.
stop_writes() {
  local helper result=0
  interrupt_lock_waits "$1" 2>/dev/null 9>&- &
  helper=$!
  ask_session "$1" 'SET SESSION lock_wait_timeout = 10; SET GLOBAL read_only = 1; SELECT @@global.gtid_binlog_pos;' || result=1
  kill_helper "$helper"
  return $result
}

# Ends with the command, which may be killed.
interrupt_lock_waits() {
  while sleep 0.3 && kill -0 "$$"; do
    # Not those of the replication: if this comes late, the server is a replica already.
    sql "$1" <<'SQL' | sql "$1" --force || true
SELECT CONCAT('KILL QUERY ', id, ';') FROM information_schema.innodb_trx JOIN information_schema.processlist
  ON id = trx_mysql_thread_id WHERE trx_state = 'LOCK WAIT' AND user <> 'system user'
SQL
  done
}

# The old primary has everything that the new one has, so the new one begins with a replica in sync.
name_new_primary() {
  mark_in_sync "$new_primary"
  set_primary "$new_primary"
}

# The old primary follows at once, because the new one's commits wait for it.
swap_roles() {
  ask_session "$new_primary" "$(primary_sql "$new_primary")" || make_writable "$new_primary"
  ask_session "$old_primary" "$(replica_sql)" || true
  say "$new_primary takes writes now; nobody could write for $(($(now_in_ms) - writes_stopped)) ms"
}

reroute_writes() {
  route_writes "$new_primary"
  close_sessions
}

now_in_ms() { date +%s%3N; }
