# Makes a replica the primary, without losing a commit that somebody was told of.
# shellcheck shell=bash

# promote [PART] [FORCED] [IF_GONE]
promote() {
  local chosen=${1:-} forced=${2:-} if_gone=${3:-} old
  supervisor_runs || start_databases
  work_on_databases
  hurry
  old=$(primary)
  [ -z "$chosen" ] || [[ " $(databases | tr '\n' ' ') " == *" $chosen "* ]] ||
    die "promote which database? One of: $(databases | tr '\n' ' ')"
  if database_lives "$old"; then
    [ -z "$if_gone" ] || die "$old answers"
    if [ "$chosen" = "$old" ] || { [ -z "$chosen" ] && ! takes_writes "$old"; }; then
      finish_promotion "$old"
      return
    fi
    switch "$old" "$chosen"
  else
    [ "$chosen" != "$old" ] || die "$old does not answer; ./commonplace promote chooses a replica"
    replace_dead "$old" "$chosen" "$forced"
  fi
}

# After a start of the machine that the primary did not survive, `up` gives up.
start_databases() {
  local replica
  load_settings
  [ -e "$COMMONPLACE_DATA/provisioned" ] || die "there is no cluster in $COMMONPLACE_DATA yet: ./commonplace up"
  say 'Starting what can be started'
  write_supervisor_conf
  start_supervised
  for _ in {1..60}; do
    for replica in $(databases); do database_answers "$replica" || continue 2; done
    break
  done
}

# A promotion that was interrupted goes on from where the primary has got its name.
finish_promotion() {
  local replica
  if takes_writes "$1"; then
    say "$1 is the primary"
  else
    take_writes "$1"
    route_writes "$1"
    say "$1 takes the writes"
  fi
  for replica in $(replicas); do
    ! database_lives "$replica" || follows_primary "$replica" || join "$replica"
  done
}

# ---- The primary lives: nothing can get lost, and people wait a moment ---------------------------

switch() {
  local replica reason began attempt
  old=$1 chosen=$2
  look_at_replicas
  [ -n "$chosen" ] || chosen=$(most_advanced) || die "no replica is fit; ./commonplace status"
  reason=$(unfit "$chosen")
  [ -z "$reason" ] || die "$chosen can't take over: $reason"
  # From the moment that writes stop people wait: sessions that are open already.
  ask_patience=150
  # Interrupted before the other one has the name: as if nothing had been.
  switching=$old
  trap 'sql "$switching" <<<"SET GLOBAL read_only = 0"; close_sessions' EXIT
  for attempt in 1 2 3; do
    say "$chosen fetches what it lacks of $old"
    applies "$chosen" "$(position_of "$old")" 60 ||
      die "$chosen is more than a minute behind $old; nothing was changed"
    ask "$old" "SELECT 'here';" && ask "$chosen" "SELECT 'here';" || die "$old or $chosen does not answer; nothing was changed"
    began=$(milliseconds)
    ! hand_over || break
    # A machine that is busy for a moment is no reason to give up, but people don't wait for it.
    [ "$attempt" -lt 3 ] || die "$reason; nothing was changed, $old stays the primary, try again"
    say "$reason; once more"
    sql "$old" <<<'SET GLOBAL read_only = 0'
    close_sessions
    sleep 2
  done
  # The old one has everything, and is the new one's replica from the start.
  mark_in_sync "$chosen"
  name_primary "$chosen"
  trap close_sessions EXIT
  ask "$chosen" "$(as_primary "$chosen")" || take_writes "$chosen"
  # At once: the new one's commits wait for it.
  ask "$old" "$(as_replica)" || true
  say "$chosen takes the writes; nobody could write for $(($(milliseconds) - began)) ms"
  route_writes "$chosen"
  close_sessions
  trap - EXIT
  repoint_replicas
}

# Until the chosen one has all that the old one has, which takes nothing more; or sets reason.
hand_over() {
  reason="$old has a statement that does not end"
  take_no_more_writes "$old" || return
  ! ask "$chosen" "SELECT MASTER_GTID_WAIT('$answer', 10);" || [ "$answer" != 0 ] || return 0
  reason="$chosen did not get the last commits within 10 s"
  ! look_at "$chosen" ||
    reason="$reason (received: ${fact[$chosen Gtid_IO_Pos]}, applied: ${fact[$chosen Applied]}; ${fact[$chosen Slave_IO_State]}; ${fact[$chosen Slave_SQL_Running_State]})"
  return 1
}

# take_no_more_writes PART: sets answer to the last position there. It has to wait for the statements that are
# at work. Those among them that wait for a row would not come to an end: who holds the row has to wait for this,
# with the next statement. They are interrupted, and the clones try them once more.
take_no_more_writes() {
  local waits result=0
  interrupt_waits "$1" 2>/dev/null 9>&- &
  waits=$!
  ask "$1" 'SET SESSION lock_wait_timeout = 10; SET GLOBAL read_only = 1; SELECT @@global.gtid_binlog_pos;' || result=1
  end_helper "$waits"
  return $result
}

# Not for longer than the command lives: it may be killed.
interrupt_waits() {
  while sleep 0.3 && kill -0 "$$"; do
    # Not those of the replication: asked too late, it is a replica already.
    sql "$1" <<'SQL' | sql "$1" --force || true
SELECT CONCAT('KILL QUERY ', id, ';') FROM information_schema.innodb_trx JOIN information_schema.processlist
  ON id = trx_mysql_thread_id WHERE trx_state = 'LOCK WAIT' AND user <> 'system user'
SQL
  done
}

look_at_replicas() {
  local replica
  for replica in $(replicas); do look_at "$replica" || true; done
}

# Every server that lives follows the new primary.
repoint_replicas() {
  local replica
  for replica in $(replicas); do
    if database_lives "$replica"; then
      follows_primary "$replica" || follow "$replica"
      say "$replica follows $(primary)"
    else
      say "To bring $replica back as a replica: ./commonplace rejoin $replica"
    fi
  done
}

# ---- The primary is dead or frozen ---------------------------------------------------------------

replace_dead() {
  local replica reason lossy=''
  old=$1 chosen=$2 forced=$3
  say "$old does not answer"
  look_at_replicas
  [ -n "$chosen" ] || chosen=$(most_advanced) || die "no replica is fit either; ./commonplace up starts what is missing"
  reason=$(unfit "$chosen")
  [ -z "$reason" ] || die "$chosen can't take over: $reason"
  # Before the old one is killed: it may be saved yet.
  weigh "$(doubts "$old" "$chosen")"
  fence "$old"
  say "$old is stopped, and will be read-only when it starts"
  for replica in $(replicas); do
    sql_patience=5 sql "$replica" <<<'STOP REPLICA IO_THREAD' 2>/dev/null || true
  done
  # What was received until then counts.
  look_at_replicas
  weigh "$(doubts "$old" "$chosen")"
  apply_received "$chosen"
  # Of an earlier time when it was the primary.
  ! is_in_sync "$chosen" || unmark_in_sync
  name_primary "$chosen"
  [ -z "$lossy" ] || leave_lost_behind "$chosen"
  take_writes "$chosen"
  say "$chosen takes the writes"
  route_writes "$chosen"
  repoint_replicas
  [ -z "$lossy" ] || empty_memories
}

# leave_lost_behind PART: what is lost has used positions and identifiers, nobody knows how many; browsers, caches
# and sessions remember them. None of them may come again with another meaning.
leave_lost_behind() {
  sql "$1" <<SQL || die "$1 can't begin a history of its own; ./commonplace promote --force tries again"
SET SESSION gtid_seq_no = $(($(sequence_of "$(position_of "$1")") + 1000000));
UPDATE commonplace.id_block SET next_value = next_value + 1000000;
SQL
}

# A clone that goes and comes makes all of them forget what can change, and nobody is signed out.
empty_memories() {
  if [ "$clones" -eq 0 ]; then
    say 'Restart one of the clones on its host: pages that are lost could still be in the memory of all of them'
    return
  fi
  say 'Restarting clone-1: pages that are lost could still be in the memory of the clones'
  drain clone-1
  stop_parts clone-1
  start_part clone-1
  undrain clone-1
}

# The fit replica that has received most.
most_advanced() {
  local replica best='' most=-1
  for replica in $(replicas); do
    [ -z "$(unfit "$replica")" ] && [ "${fact[$replica Received]}" -gt "$most" ] || continue
    best=$replica most=${fact[$replica Received]}
  done
  [ -n "$best" ] && echo "$best"
}

# Why a server can't become the primary at all; nothing if it can.
unfit() {
  if [ -z "${fact[$1 Started]:-}" ]; then
    echo 'it does not answer'
  elif [ -e "$COMMONPLACE_DATA/$1/incomplete" ]; then
    echo 'its copy is not complete'
  elif [ -z "${fact[$1 Master_Port]:-}" ]; then
    echo 'it does not replicate'
  elif [ -n "${fact[$1 Last_SQL_Error]}" ]; then
    echo "it could not apply a transaction: ${fact[$1 Last_SQL_Error]}"
  elif [ "${fact[$1 Slave_SQL_Running]}" != Yes ]; then
    echo 'it does not apply what it receives'
  fi
}

# What would be lost with the old primary, or can't be known; a line each. Every commit that somebody was
# told of had been received by one replica at least, unless the primary was alone. So it is on the most
# advanced one, if all of them can be asked and none has forgotten what it had received.
doubts() {
  local old=$1 chosen=$2 replica seen='' ahead
  if is_in_sync "$old"; then
    seen=$(stat -c %Y "$COMMONPLACE_DATA/in-sync")
  else
    echo "$old was alone: it may have acknowledged commits that no replica has"
  fi
  for replica in $(replicas); do
    [ "$replica" != "$old" ] || continue
    if [ -z "${fact[$replica Started]:-}" ]; then
      echo "$replica does not answer: it may have commits that $chosen lacks"
      continue
    fi
    ahead=$((${fact[$replica Received]} - ${fact[$chosen Received]:-0}))
    [ "$ahead" -le 0 ] || echo "$chosen lacks the last $ahead commits, which $replica has"
    # A server that starts throws away what it had received and not applied, and fetches it again.
    [ -z "$seen" ] || [ "${fact[$replica Started]}" -lt "$seen" ] ||
      echo "$replica was started after it was last seen to have everything"
  done
}

weigh() {
  [ -n "$1" ] || return 0
  while IFS= read -r line; do say "  $line"; done <<<"$1"
  [ -n "$forced" ] ||
    die "not promoted: commits could get lost. Start $old again (./commonplace up); or, if it can't be saved: ./commonplace promote $chosen --force"
  say '  Forced all the same'
  lossy=1
}

# Stops a server that may wake up and take writes. The supervisor must not bring it back, so it is told first, and
# without its word nothing is killed: it would start the server again, in the old role. A frozen process doesn't
# hear what it is told, and is killed.
fence() {
  local pid telling=''
  if [ "$(state_of "$1")" != STOPPED ]; then
    timeout 90 supervisorctl -c "$COMMONPLACE_DATA/supervisor.conf" stop "$1" >/dev/null 2>&1 9>&- &
    telling=$!
  fi
  for _ in {1..300}; do
    [[ ! $(state_of "$1") =~ ^(STOPPING|STOPPED|FATAL)$ ]] || break
    sleep 0.1
  done
  [[ $(state_of "$1") =~ ^(STOPPING|STOPPED|FATAL)$ ]] || die "the supervisor does not stop $1; try again"
  pid=$(pid_of "$1")
  if is_part "$1" "$pid"; then
    kill -9 "$pid"
    for _ in {1..100}; do is_part "$1" "$pid" || break; sleep 0.1; done
    ! is_part "$1" "$pid" || die "$1 (pid $pid) can't be killed; nothing was promoted"
  fi
  # Else it could hit the server that is started next.
  [ -z "$telling" ] || wait "$telling" || true
}

state_of() { states "$1" | cut -d ' ' -f 2; }

# apply_received PART: until it has applied what it has received; it may take its time as long as it moves.
apply_received() {
  local left last=-1 stuck=0
  while true; do
    look_at "$1" || die "$1 does not answer any more"
    left=$(sequence_of "${fact[$1 Applied]}")
    left=$((${fact[$1 Received]} - ${left:-0}))
    [ "$left" -gt 0 ] || break
    if [ "$left" = "$last" ]; then stuck=$((stuck + 1)); else stuck=0; fi
    [ "$stuck" -lt 60 ] || die "$1 does not apply its last $left transactions: ${fact[$1 Last_SQL_Error]}"
    last=$left
    ticker "$1 applies $left transactions that it has received"
    sleep 0.5
  done
  ticker ''
}

# The balancer finds out by its checks, in two seconds; told, it knows at once and cuts the connections to
# the old one.
route_writes() {
  local server
  for server in $(databases); do
    [ "$server" = "$1" ] || balancer_says "set server db-writable/$server health down" >/dev/null 2>&1 || true
  done
  balancer_says "set server db-writable/$1 health up" >/dev/null 2>&1 ||
    say 'The balancer does not answer; it will find the primary by itself'
}

milliseconds() { date +%s%3N; }

# What the commands about databases begin with.
work_on_databases() {
  load_settings
  load_secrets
  need_supervisor
  lock
}
