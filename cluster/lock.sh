# One command that changes a cluster at a time. A lock file names its owner: pid, start time, command.
# Provides: lock_cluster take_lock
# shellcheck shell=bash

lock_cluster() {
  exec 6>>"$COMMONPLACE_DATA/run/lock"
  take_lock "$COMMONPLACE_DATA/run/lock" 9 "another command is running on $COMMONPLACE_DATA"
  exec 9>&6 6>&-
}

# take_lock FILE FD REFUSAL: takes the lock on the file that is open as 6. The owner and its children have it open as FD,
# processes that wait for it do not. So a process that has it open as FD after its owner was killed is a child of that
# owner, which would otherwise go on alone.
take_lock() {
  local pid since name began=$SECONDS
  until flock -n 6; do
    read -r pid since name <"$1" || true
    ! has_open "${pid:-0}" "$2" "$1" || die "$3: $name (pid $pid, for $(time_since "$since")); wait until it has ended"
    # A new owner writes its name right after it has taken the lock.
    if [ $((SECONDS - began)) -ge 3 ]; then
      say "${name:-A command} (pid ${pid:-unknown}) was killed; ending the processes that it left" >&2
      kill_holders "$1" "$2"
      flock -w 10 6 || die "$3"
      break
    fi
    sleep 0.2
  done
  printf '%s %(%s)T %s\n' "$$" -1 "${command:-}" >"$1"
}

# has_open PID FD FILE
has_open() { [ "/proc/$1/fd/$2" -ef "$3" ]; }

kill_holders() {
  local process
  for process in /proc/[0-9]*; do
    ! has_open "${process#/proc/}" "$2" "$1" || kill -9 "${process#/proc/}" 2>/dev/null || true
  done
}

time_since() {
  local seconds
  printf -v seconds '%(%s)T' -1
  seconds=$((seconds - $1))
  if [ "$seconds" -lt 120 ]; then echo "$seconds s"; else echo "$((seconds / 60)) min"; fi
}
