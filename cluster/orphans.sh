# Parts whose supervisor was killed: they serve on. The next supervisor starts each part's `run`, which finds the one
# that runs, and stands in for it until that one ends. So nothing is stopped in order to be looked after again.
# shellcheck shell=bash

# A part writes its pid here before it becomes the server (cluster/part.sh).
pid_of() { cat "$COMMONPLACE_DATA/run/$1.pid" 2>/dev/null || true; }

# Whether the pid is that part of this cluster, and not a process that got its number later.
is_part() {
  [ -n "$2" ] && grep -qzxF "COMMONPLACE_PART=$COMMONPLACE_DATA $1" "/proc/$2/environ" 2>/dev/null
}

# The parts that run though no supervisor does; a line each.
orphans() {
  local part
  ! supervisor_runs || return 0
  for part in $(parts_and_console); do
    ! is_part "$part" "$(pid_of "$part")" || echo "$part"
  done
}

need_supervisor() {
  supervisor_runs || [ -z "$(orphans)" ] || die 'the supervisor is gone, and parts run on without it; ./commonplace up looks after them again'
  supervisor_runs || die 'the cluster is down; ./commonplace up starts it'
}

# For `down`: those that no supervisor can be told to stop, in the reverse order.
stop_orphans() {
  local part pid
  for part in $(orphans | tac); do
    pid=$(pid_of "$part")
    say "Stopping $part (pid $pid), left behind by a supervisor that is gone"
    kill "$pid"
    for _ in {1..300}; do is_part "$part" "$pid" || break; sleep 0.1; done
    ! is_part "$part" "$pid" || kill -9 "$pid"
  done
}

# stand_in PART: returns when its place is free. What the supervisor says is handed on: TERM to stop, USR2 to the balancer.
# By USR1 it is told not to wait: the balancer's next process takes the connections over from the one that runs, whose pid
# is then in left_pid.
stand_in() {
  local pid stopping=''
  pid=$(pid_of "$1")
  [ "$pid" != "$$" ] && is_part "$1" "$pid" || return 0
  echo "$1 (pid $pid) was left behind by a supervisor that is gone, and is looked after again"
  left_pid=''
  trap 'stopping=${stopping:-$SECONDS}; kill -TERM "$pid" || true' TERM INT
  trap 'kill -USR2 "$pid" || true' USR2
  trap 'left_pid=$pid' USR1
  while is_running "$pid" && [ -z "$left_pid" ]; do
    # A frozen one hears nothing; after some more time the supervisor would end this process, and it would stay.
    [ -z "$stopping" ] || [ $((SECONDS - stopping)) -lt "$(patience_of "$1")" ] || kill -9 "$pid"
    sleep 0.5 &
    # A signal ends the waiting at once.
    wait $! || true
  done
  trap - TERM INT USR1 USR2
  [ -z "$stopping" ] || exit 0
}

# Without a process of its own, as often as it is asked; and one that has ended and that nobody asked about is none.
is_running() {
  local state=Z
  read -r _ _ state _ 2>/dev/null <"/proc/$1/stat" || true
  [ "$state" != Z ]
}

# The seconds before the supervisor would lose its patience (see supervisor.sh).
patience_of() {
  case $1 in
    database-* | clone-*) echo 55 ;;
    broker) echo 25 ;;
    *) echo 8 ;;
  esac
}
