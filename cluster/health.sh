# Whether a part serves; asked by `up` until it does, and by `status`.
# shellcheck shell=bash

healthy() {
  case $1 in
    database-*) database_answers "$1" ;;
    watcher) [ -n "$(find "$COMMONPLACE_DATA/run/watcher.beat" -newermt '10 seconds ago' 2>/dev/null)" ] ;;
    broker) taken "$broker_port" "$address" ;;
    balancer) taken "$port" && taken "$db_rw_port" "$address" ;;
    clone-*) clone_serves "$(past_balancer "$1")" ;;
    console) console_serves ;;
  esac
}

# A server without its application calls itself ready, too.
clone_serves() {
  curl -fs -o /dev/null --max-time 3 "$1/health/ready" &&
    [ "$(curl -s -o /dev/null --max-time 3 -w '%{http_code}' "$1/")" != 404 ]
}

# Whether the balancer gives people to the clone who ask for it: it finds out by checks of its own, and
# whoever comes before that gets another clone (by a new cookie), or its page of regret.
in_routing() {
  local head
  head=$(curl_site -s --max-time 3 -o /dev/null -D - -b "CLONE=$1" "$(site)/login") || return 1
  [[ $head == HTTP/*' 200 '* ]] && ! grep -qi '^set-cookie: CLONE=' <<<"$head"
}

# Until the balancer has taken in each of the clones that serve.
wait_for_routing() {
  local part began=$SECONDS
  for part in "$@"; do
    until in_routing "$part" || ! healthy "$part"; do
      [ $((SECONDS - began)) -lt 30 ] || not_healthy balancer "does not take in $part"
      sleep 0.2
    done
  done
}

not_healthy() {
  local log=$COMMONPLACE_DATA/logs/$1.log
  ticker ''
  # What went wrong may lie further back than the last lines, which tell of the next attempt.
  tail -n 1000 "$log" | grep -E 'SEVERE|ERROR|ALERT|Caused by' | tail -n 8 | cut -c 1-300 | sed 's/^/    /' >&2 || true
  last_lines "$log" 8
  die "$1 $2; its log is $log"
}
