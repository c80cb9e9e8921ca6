# Whether the parts of a cluster on one machine work, and whether the balancer routes requests to a clone.
# Provides: part_healthy is_routed wait_until_routed
# shellcheck shell=bash

part_healthy() {
  case $1 in
    database-*) database_answers "$1" ;;
    watcher) [ -n "$(find "$COMMONPLACE_DATA/run/watcher.beat" -newermt '10 seconds ago' 2>/dev/null)" ] ;;
    broker) port_taken "$broker_port" "$address" ;;
    balancer) port_taken "$port" && port_taken "$db_rw_port" "$address" ;;
    clone-*) clone_healthy "$(driver_url "$1")" ;;
    console) console_serves ;;
  esac
}

# A server whose application was not deployed also reports that it is ready; it answers 404.
clone_healthy() {
  curl -fs -o /dev/null --max-time 3 "$1/health/ready" &&
    [ "$(curl -s -o /dev/null --max-time 3 -w '%{http_code}' "$1/")" != 404 ]
}

# True if a request with the clone's cookie reaches that clone. The balancer finds out by checks of its own; before that,
# such a request goes to another clone, which sets a new cookie.
is_routed() {
  local head
  head=$(curl_site -s --max-time 3 -o /dev/null -D - -b "CLONE=$1" "$(site_url)/login") || return 1
  [[ $head == HTTP/*' 200 '* ]] && ! grep -qi '^set-cookie: CLONE=' <<<"$head"
}

# wait_until_routed CLONE...: until the balancer routes to each of those that are healthy.
wait_until_routed() {
  local part began=$SECONDS
  for part in "$@"; do
    until is_routed "$part" || ! part_healthy "$part"; do
      [ $((SECONDS - began)) -lt 30 ] || driver_fail balancer "does not route requests to $part"
      sleep 0.2
    done
  done
}
