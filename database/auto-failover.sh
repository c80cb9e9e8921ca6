# The watcher's automatic failover: when the primary is gone, and what is done then.
# Provides: count_missed_look reset_missed_looks
# shellcheck shell=bash

missed_looks=0 missed_since=''

reset_missed_looks() { missed_looks=0 missed_since=''; }

# count_missed_look PRIMARY ANSWERING FOLLOWING: the primary did not answer; the replicas that answer, and those that still
# receive from it. It is gone if that lasts for eight looks and ten seconds, and no replica receives from it. A primary that
# only this process can't reach, or that is slow, stays the primary.
count_missed_look() {
  local primary=$1 answering=$2 following=$3
  missed_looks=$((missed_looks + 1))
  : "${missed_since:=$SECONDS}"
  [ "$auto_failover" = on ] && [ "$missed_looks" -ge 8 ] && [ $((SECONDS - missed_since)) -ge 10 ] || return 0
  [ -n "$answering" ] || return 0
  if [ -n "$following" ]; then
    [ $((missed_looks % 10)) -ne 0 ] || echo "$primary does not answer, but$following still receives from it"
    return 0
  fi
  echo "$primary has not answered for $((SECONDS - missed_since)) s, and no replica receives from it"
  # In a process of its own, with all refusals of `promote`; never with --force.
  if "$COMMONPLACE_HOME/commonplace" promote --if-gone --data "$COMMONPLACE_DATA"; then
    "$COMMONPLACE_HOME/commonplace" rejoin --data "$COMMONPLACE_DATA" --if-clean "$primary" || true
  fi
  reset_missed_looks
}
