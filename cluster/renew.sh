# What was left behind by a supervisor that is gone logs into a pipe that nobody reads. So `up` starts it anew, one part
# after the other and as gently as a roll-out does it: people read, write and stay signed in.
# shellcheck shell=bash

# renew PART...
renew() {
  local part
  [ $# -gt 0 ] || return 0
  say "Starting anew, one after the other, what was left behind; people work on meanwhile"
  # The watcher first: it lets the primary go on while a replica is away.
  for part in "$@"; do [ "$part" != watcher ] || renew_part watcher; done
  for part in "$@"; do [[ $part != database-* || $part == "$(primary)" ]] || renew_database "$part"; done
  for part in "$@"; do
    case $part in
      broker) renew_part broker ;;
      balancer) renew_balancer ;;
      clone-*) renew_clone "$part" ;;
      # Nobody is served by it.
      console) renew_part console ;;
    esac
  done
  part=$(primary)
  [[ " $* " != *" $part "* ]] || renew_primary "$part"
}

renew_part() {
  stop_parts "$1"
  supervisor start "$1" >/dev/null 2>&1 9>&- || true
  wait_for 180 "$1"
}

renew_clone() {
  if [ "$clones" -gt 1 ]; then
    replace "$1" "$(image_of "$1")" unjudged
  else
    say "$1 is the only clone and goes on as it is; its log is silent until ./commonplace restart $1, while which nobody is served"
  fi
}

# A replica: what is saved meanwhile waits for it for two seconds at most.
renew_database() {
  renew_part "$1"
  for _ in {1..120}; do ! is_in_sync "$(primary)" || return 0; sleep 0.5; done
  say "$1 has not caught up yet"
}

# Another one takes the writes first. In the background, because before the `||` bash would go on after an error.
renew_primary() {
  (hurry; switch "$1" '') &
  wait $! || {
    say "$1 stays the primary, and as it is: its log is silent until ./commonplace promote and ./commonplace restart $1"
    return 0
  }
  renew_database "$1"
}

# The new process gets the listening sockets from the old one, which ends with its last connection.
renew_balancer() {
  local before
  before=$(pid_of balancer)
  supervisor signal USR1 balancer >/dev/null
  for _ in {1..100}; do [ "$(pid_of balancer)" = "$before" ] || break; sleep 0.1; done
  wait_for 60 balancer
  # shellcheck disable=SC2046 # names without blanks
  wait_for_routing $(parts | grep '^clone-')
}
