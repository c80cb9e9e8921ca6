# Orphans: parts that run on after their supervisor was killed. The next supervisor starts each part's `run`, which finds
# the orphan and takes its place only when that one ends. So no part is stopped just to be supervised again.
# Provides: pid_of is_process_of list_orphans require_supervisor stop_orphans wait_for_orphan
# Sets: left_pid
# shellcheck shell=bash

# A part writes its pid here before it becomes the server (part.sh).
pid_of() { cat "$COMMONPLACE_DATA/run/$1.pid" 2>/dev/null || true; }

# is_process_of PART PID: true if the process is that part of this cluster, and not one that got the same pid later.
is_process_of() {
  [ -n "$2" ] && grep -qzxF "COMMONPLACE_PART=$COMMONPLACE_DATA $1" "/proc/$2/environ" 2>/dev/null
}

# Prints a line for each part that runs without a supervisor.
list_orphans() {
  local part
  ! supervisor_runs || return 0
  for part in $(part_and_console_names); do
    ! is_process_of "$part" "$(pid_of "$part")" || echo "$part"
  done
}

require_supervisor() {
  supervisor_runs || [ -z "$(list_orphans)" ] || die 'the supervisor is down, but parts still run; ./commonplace up starts a new supervisor for them'
  supervisor_runs || die 'the cluster is down; ./commonplace up starts it'
}

# Stops what no supervisor can stop, in the reverse order.
stop_orphans() {
  local part pid
  for part in $(list_orphans | tac); do
    pid=$(pid_of "$part")
    say "Stopping $part (pid $pid), which runs without a supervisor"
    kill "$pid"
    for _ in {1..300}; do is_process_of "$part" "$pid" || break; sleep 0.1; done
    ! is_process_of "$part" "$pid" || kill -9 "$pid"
  done
}

# wait_for_orphan PART: if an orphan of that part runs, waits until it has ended, and forwards to it what the supervisor
# sends: TERM to stop, USR2 to the balancer. USR1 ends the wait: the balancer's new process then takes the connections
# over from the orphan, whose pid is in left_pid.
wait_for_orphan() {
  local pid stopping=''
  pid=$(pid_of "$1")
  [ "$pid" != "$$" ] && is_process_of "$1" "$pid" || return 0
  echo "$1 (pid $pid) ran without a supervisor and is supervised again"
  left_pid=''
  trap 'stopping=${stopping:-$SECONDS}; kill -TERM "$pid" || true' TERM INT
  trap 'kill -USR2 "$pid" || true' USR2
  trap 'left_pid=$pid' USR1
  while is_process_alive "$pid" && [ -z "$left_pid" ]; do
    # A frozen process does not hear TERM. If this process were killed for it by the supervisor, it would stay.
    [ -z "$stopping" ] || [ $((SECONDS - stopping)) -lt "$(stop_patience "$1")" ] || kill -9 "$pid"
    sleep 0.5 &
    # A signal interrupts the wait.
    wait $! || true
  done
  trap - TERM INT USR1 USR2
  [ -z "$stopping" ] || exit 0
}

# Without starting a process, because it is called often; and a zombie does not count as alive.
is_process_alive() {
  local state=Z
  read -r _ _ state _ 2>/dev/null <"/proc/$1/stat" || true
  [ "$state" != Z ]
}

# A few seconds less than the supervisor's own patience (supervisor.sh).
stop_patience() {
  case $1 in
    database-* | clone-*) echo 55 ;;
    broker) echo 25 ;;
    *) echo 8 ;;
  esac
}
