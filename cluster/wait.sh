# Waiting until parts are well. What that is, which processes there are (states) and what is said of one that
# does not get well (not_healthy) stands in cluster/health.sh, or in payara-config/host.sh.
# shellcheck shell=bash

# wait_for SECONDS PART...: until all are healthy; ends early when one of them keeps on dying.
wait_for() {
  local limit=$1 began=$SECONDS looked=-9 part left now pid
  local -A first_pid=()
  shift
  while [ $# -gt 0 ]; do
    left=()
    for part in "$@"; do
      if healthy "$part"; then
        ticker ''
        say "$part: ready ($((SECONDS - began)) s)"
      else
        left+=("$part")
      fi
    done
    set -- "${left[@]}"
    [ $# -gt 0 ] || return 0
    ticker "waiting for $* ... $((SECONDS - began)) s"
    [ $((SECONDS - began)) -lt "$limit" ] || not_healthy "$1" "did not get ready in $limit s"
    sleep 0.5
    # Asking costs processor time, which the parts need for their start.
    [ $((SECONDS - looked)) -ge 3 ] || continue
    looked=$SECONDS
    while read -r part now pid; do
      [[ " $* " == *" $part "* ]] || continue
      # Another pid than at first: it died, and the supervisor tries once more.
      [ -z "$pid" ] || [ "${first_pid[$part]:=$pid}" = "$pid" ] || not_healthy "$part" 'does not start'
      case $now in FATAL | BACKOFF | EXITED) not_healthy "$part" 'does not start' ;; esac
    done < <(states "$@")
  done
}
