# One command that changes a cluster at a time. A lock file names its owner: pid, since when, which command.
# shellcheck shell=bash

lock() {
  exec 6>>"$COMMONPLACE_DATA/run/lock"
  take_lock "$COMMONPLACE_DATA/run/lock" 9 "another command is at work on $COMMONPLACE_DATA"
  exec 9>&6 6>&-
}

# take_lock FILE FD REFUSAL: of the file that is open as 6. Its owner, and all that the owner starts, have it open as FD;
# who waits has not. So what still has it when the owner was killed is what it had begun, which would go on without it.
take_lock() {
  local pid since name began=$SECONDS
  until flock -n 6; do
    read -r pid since name <"$1" || true
    ! has_open "${pid:-0}" "$2" "$1" || die "$3: $name (pid $pid, for $(seconds_since "$since"))"
    # A new owner writes its name right after it has the lock.
    if [ $((SECONDS - began)) -ge 3 ]; then
      say "${name:-A command} (pid ${pid:-unknown}) was killed; ending what it had begun" >&2
      end_holders "$1" "$2"
      flock -w 10 6 || die "$3"
      break
    fi
    sleep 0.2
  done
  printf '%s %(%s)T %s\n' "$$" -1 "${command:-}" >"$1"
}

# has_open PID FD FILE
has_open() { [ "/proc/$1/fd/$2" -ef "$3" ]; }

end_holders() {
  local process
  for process in /proc/[0-9]*; do
    ! has_open "${process#/proc/}" "$2" "$1" || kill -9 "${process#/proc/}" 2>/dev/null || true
  done
}

seconds_since() {
  local seconds
  printf -v seconds '%(%s)T' -1
  seconds=$((seconds - $1))
  if [ "$seconds" -lt 120 ]; then echo "$seconds s"; else echo "$((seconds / 60)) min"; fi
}
