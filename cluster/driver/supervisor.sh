# The driver of a whole cluster on one machine (see cluster/driver.sh): supervisord runs the parts, and the balancer's
# socket takes clones out of the routing.
# Provides: all functions of cluster/driver.sh
# shellcheck shell=bash

driver_begin() {
  load_settings
  load_secrets
  require_supervisor
  lock_cluster
  # The new version may need a secret that the old one did not have.
  create_secrets
  load_secrets
}

driver_build() { build_all; }

driver_clones() { part_names | grep '^clone-'; }

# shellcheck disable=SC2120 # without arguments: all parts
driver_states() { supervisor_states "$@"; }

driver_healthy() { part_healthy "$1"; }

driver_serving() { part_healthy "$1" && [ "$(balancer_sees "$1" status)" = UP ]; }

driver_url() { echo "http://127.0.0.1:$(port_of "$1")"; }

driver_log() { echo "$COMMONPLACE_DATA/logs/$1.log"; }

driver_fail() {
  local log
  log=$(driver_log "$1")
  progress_line ''
  # The cause may lie further back than the last lines, which are of the next attempt.
  tail -n 1000 "$log" | grep -E 'SEVERE|ERROR|ALERT|Caused by' | tail -n 8 | cut -c 1-300 | sed 's/^/    /' >&2 || true
  last_lines "$log" 8
  die "$1 $2; its log is $log"
}

driver_warn_if_alone() {
  [ "$clones" -gt 1 ] || say 'There is only one clone: the site is down while it is replaced (./commonplace scale 2 first)'
}

driver_stop() {
  local part
  for part in "$@"; do
    rm -f "$COMMONPLACE_DATA/run/$part.pid"
    supervisor_ctl stop "$part" >/dev/null 2>&1 &
  done
  wait
}

# The supervisor repeats a start that fails; wait_until_healthy sees how that ends.
driver_start() { supervisor_ctl start "$1" >/dev/null 2>&1 9>&- || true; }

driver_drain() {
  [[ $1 == clone-* ]] || return 0
  # Only then maintenance, which cuts the connections that are left.
  route_clone "$1" drain
  for _ in {1..60}; do
    [ "$(requests_in_flight "$1")" -gt 0 ] || break
    sleep 0.5
  done
  route_clone "$1" maint
}

# Bypassing the balancer until the clone is warm; then through it, before anybody else: a drained clone gets the
# requests that carry its cookie.
driver_warm_up() {
  route_clone "$1" drain
  wait_for_route "$1" DRAIN
  warm_up "$1" && visit_pages "$1" "$(site_url)" >/dev/null
}

driver_admit() {
  route_clone "$1" ready
  wait_for_route "$1" UP
}

# driver_warm_up has done it already.
driver_visit() { :; }

# As the balancer counts them; a request without any answer is an error, too.
driver_answers() {
  balancer_says 'show stat' | awk -F, -v clone="$1" '
    NR == 1 { sub(/^# /, ""); for (i = 1; i <= NF; i++) at[$i] = i }
    $2 == clone {
      errors += $at["hrsp_5xx"] + $at["econ"] + $at["eresp"]
      answers += $at["hrsp_2xx"] + $at["hrsp_3xx"] + $at["hrsp_4xx"] + $at["hrsp_5xx"]
    }
    END { print answers + 0, errors + 0 }'
}
