# The log of an orphan goes into a pipe that nobody reads any more. So `up` restarts the orphans one after the other, as
# gently as a roll-out does: people read, write and stay signed in.
# Provides: restart_orphans
# shellcheck shell=bash

# restart_orphans PART...
restart_orphans() {
  local part
  [ $# -gt 0 ] || return 0
  say "Restarting, one after the other, the parts that ran without a supervisor; the site stays up"
  # The watcher first: it lets the primary go on while a replica is down.
  for part in "$@"; do [ "$part" != watcher ] || restart_orphan watcher; done
  for part in "$@"; do [[ $part != database-* || $part == "$(primary_name)" ]] || restart_orphan_replica "$part"; done
  for part in "$@"; do
    case $part in
      broker) restart_orphan broker ;;
      balancer) restart_orphan_balancer ;;
      clone-*) restart_orphan_clone "$part" ;;
      console) restart_orphan console ;;
    esac
  done
  part=$(primary_name)
  [[ " $* " != *" $part "* ]] || restart_orphan_primary "$part"
}

restart_orphan() {
  driver_stop "$1"
  driver_start "$1"
  wait_until_healthy 180 "$1"
}

restart_orphan_clone() {
  if [ "$clones" -gt 1 ]; then
    replace_clone "$1" "$(image_of "$1")" unjudged
  else
    say "$1 is the only clone and is not restarted: its log stays empty until ./commonplace restart $1, during which the site is down"
  fi
}

# While the replica is down, a save waits for it for at most two seconds.
restart_orphan_replica() {
  restart_orphan "$1"
  for _ in {1..120}; do ! is_in_sync "$(primary_name)" || return 0; sleep 0.5; done
  say "$1 has not caught up yet"
}

# Another database becomes the primary first. In a background process with `wait`, because in a function before `||` bash
# would go on after an error.
restart_orphan_primary() {
  (raise_priority; switch_over "$1" '') &
  wait $! || {
    say "$1 stays the primary and is not restarted: its log stays empty until ./commonplace promote and ./commonplace restart $1"
    return 0
  }
  restart_orphan_replica "$1"
}

# The new process takes the listening sockets over from the orphan, which ends with its last connection.
restart_orphan_balancer() {
  local before
  before=$(pid_of balancer)
  supervisor_ctl signal USR1 balancer >/dev/null
  for _ in {1..100}; do [ "$(pid_of balancer)" = "$before" ] || break; sleep 0.1; done
  wait_until_healthy 60 balancer
  # shellcheck disable=SC2046 # names without blanks
  wait_until_routed $(driver_clones)
}
