# The watcher's other half: when the primary is gone, and what is done then.
# shellcheck shell=bash

missed=0 missed_since=''

# The primary did not answer. It is gone when that has been so for eight looks and ten seconds, and no replica
# hears it any more; one that is only cut off from this process, or slow, stays what it is.
primary_missed() {
  missed=$((missed + 1))
  : "${missed_since:=$SECONDS}"
  [ "$auto_failover" = on ] && [ "$missed" -ge 8 ] && [ $((SECONDS - missed_since)) -ge 10 ] || return 0
  [ -n "$alive" ] || return 0
  if [ -n "$following" ]; then
    [ $((missed % 10)) -ne 0 ] || echo "$primary does not answer, but$following still hears it"
    return 0
  fi
  echo "$primary has not answered for $((SECONDS - missed_since)) s, and no replica hears it"
  # A process of its own, with all its refusals; never with --force.
  if "$COMMONPLACE_HOME/commonplace" promote --if-gone --data "$COMMONPLACE_DATA"; then
    "$COMMONPLACE_HOME/commonplace" rejoin --data "$COMMONPLACE_DATA" --if-clean "$primary" || true
  fi
  missed=0 missed_since=''
}
