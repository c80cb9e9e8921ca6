# Waits until parts are healthy.
# Provides: wait_until_healthy
# shellcheck shell=bash

# wait_until_healthy SECONDS PART...: fails earlier if one of them keeps dying.
wait_until_healthy() {
  local limit=$1 began=$SECONDS looked=-9 part left now pid
  local -A first_pid=()
  shift
  while [ $# -gt 0 ]; do
    left=()
    for part in "$@"; do
      if driver_healthy "$part"; then
        progress_line ''
        say "$part: ready ($((SECONDS - began)) s)"
      else
        left+=("$part")
      fi
    done
    set -- "${left[@]}"
    [ $# -gt 0 ] || return 0
    progress_line "waiting for $* ... $((SECONDS - began)) s"
    [ $((SECONDS - began)) -lt "$limit" ] || driver_fail "$1" "did not get ready in $limit s"
    sleep 0.5
    # Not more often: each look takes processor time that the parts need for their start.
    [ $((SECONDS - looked)) -ge 3 ] || continue
    looked=$SECONDS
    while read -r part now pid; do
      [[ " $* " == *" $part "* ]] || continue
      # A new pid: the process died, and the supervisor has started it again.
      [ -z "$pid" ] || [ "${first_pid[$part]:=$pid}" = "$pid" ] || driver_fail "$part" 'does not start'
      case $now in FATAL | BACKOFF | EXITED) driver_fail "$part" 'does not start' ;; esac
    done < <(driver_states "$@")
  done
}
