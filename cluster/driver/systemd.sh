# The driver of a host that runs only clones (see cluster/driver.sh): each is the unit commonplace-clone@NAME, with its
# settings in /etc/commonplace/NAME.env. The host does not know how many balancers there are, nor where: a clone tells them
# by its readiness whether it wants requests.
# Provides: all functions of cluster/driver.sh, systemd_folder
# Sets: settings_folder
# shellcheck shell=bash

settings_folder=${COMMONPLACE_SETTINGS:-/etc/commonplace}

# Each balancer checks once a second, and acts after two equal answers.
balancers_patience=4

driver_begin() {
  [ -n "$(driver_clones)" ] || die "there is no clone on this host; ./commonplace install clone-1 makes one, and its settings $settings_folder/clone-1.env"
  [ "$(id -u)" -eq 0 ] || die 'only root may restart the clones; use sudo'
  umask 022
  mkdir -p "$COMMONPLACE_DATA/images"
  # For the cookies of a visitor who is signed in.
  install -d -m 700 "$COMMONPLACE_DATA/run"
  lock_cluster
  ADMIN_PASSWORD=$(systemd_setting "$(driver_clones | head -n 1)" COMMONPLACE_ADMIN_PASSWORD '')
}

driver_build() { die 'roll out which image? ./commonplace roll commonplace-VERSION.tar.gz'; }

driver_clones() {
  local file
  for file in "$settings_folder"/*.env; do
    ! grep -q '^COMMONPLACE_CLONE=' "$file" 2>/dev/null || basename "$file" .env
  done
}

driver_states() {
  local part state pid
  # shellcheck disable=SC2046 # names without blanks
  [ $# -gt 0 ] || set -- $(driver_clones)
  for part in "$@"; do
    state=$(systemctl show -P ActiveState "$(systemd_unit "$part")")
    pid=$(systemctl show -P MainPID "$(systemd_unit "$part")")
    case $state in
      active | reloading) state=RUNNING ;;
      activating) state=STARTING ;;
      failed) state=FATAL ;;
      *) state=STOPPED ;;
    esac
    echo "$part $state $([ "$pid" = 0 ] || echo "$pid")"
  done
}

# Its readiness is DOWN while it is draining, so the single checks are read.
driver_healthy() {
  local answer
  answer=$(systemd_readiness "$1") &&
    [[ $answer == *'"started":"true"'* && $answer == *'"grid":"true"'* && $answer == *'"database":"true"'* && $answer == *'"isolated":"false"'* ]]
}

driver_serving() { [[ $(systemd_readiness "$1") == '{"status":"UP","checks":[{'* ]]; }

# With TLS, the port without TLS is open for this machine only.
driver_url() {
  local ip
  ip=$(systemd_setting "$1" COMMONPLACE_ADDRESS 127.0.0.1)
  [ "$(systemd_setting "$1" COMMONPLACE_TLS off)" = off ] || ip=127.0.0.1
  echo "http://$ip:$(systemd_setting "$1" COMMONPLACE_HTTP_PORT 8081)"
}

driver_log() { echo "journalctl -u $(systemd_unit "$1")"; }

driver_fail() {
  progress_line ''
  journalctl -q -u "$(systemd_unit "$1")" -n 500 -o cat 2>/dev/null | grep -E 'SEVERE|ERROR|ALERT|Caused by' | tail -n 8 | cut -c 1-300 | sed 's/^/    /' >&2 || true
  die "$1 $2; its log: $(driver_log "$1")"
}

driver_warn_if_alone() {
  local part
  for part in $(driver_clones); do
    [[ $(systemd_readiness "$part") == *'"members":"1"'* ]] || return 0
  done
  say 'There is no other clone in the grid: the site is down while this one is replaced'
}

driver_stop() {
  local part
  for part in "$@"; do systemctl stop "$(systemd_unit "$part")"; done
}

# Its launcher deletes the mark of the clone before it, and then it is marked again.
driver_start() {
  local mark began=$SECONDS
  mark=$(systemd_folder "$1")/draining
  systemctl start "$(systemd_unit "$1")" || true
  while [ -e "$mark" ] && [ $((SECONDS - began)) -lt 20 ]; do sleep 0.1; done
  touch "$mark" 2>/dev/null || true
}

# No new requests come once all balancers have seen it.
driver_drain() {
  local began=$SECONDS
  touch "$(systemd_folder "$1")/draining" 2>/dev/null || return 0
  systemctl -q is-active "$(systemd_unit "$1")" || return 0
  sleep "$balancers_patience"
  # The request for the number is itself one.
  while [ "$(systemd_running_requests "$1")" -gt 1 ] && [ $((SECONDS - began)) -lt 30 ]; do sleep 0.5; done
}

# Bypassing the balancers: they send nobody to a drained clone.
driver_warm_up() { warm_up "$1"; }

driver_admit() {
  local began=$SECONDS
  rm -f "$(systemd_folder "$1")/draining"
  until driver_serving "$1"; do
    [ $((SECONDS - began)) -lt 20 ] || die "$1 is not ready after 20 s; its log: $(driver_log "$1")"
    sleep 0.2
  done
  sleep "$balancers_patience"
}

# People may take long to come to this clone, and would be the first to see its errors.
driver_visit() {
  local site
  site=$(systemd_setting "$1" COMMONPLACE_SITE '')
  [ -z "$site" ] || visit_pages "$1" "$site" >/dev/null
}

# As the clone counts them, without the balancers' checks.
driver_answers() {
  systemd_metric "$1" commonplace_requests_total | grep -v 'kind="probe"' | awk '
    { all += $NF } /status="5xx"/ { errors += $NF } END { print all + 0, errors + 0 }'
}

systemd_unit() { echo "commonplace-clone@$1.service"; }

systemd_folder() { systemd_setting "$1" COMMONPLACE_FOLDER "/var/lib/commonplace/$1"; }

# systemd_setting CLONE NAME DEFAULT
systemd_setting() {
  local value
  value=$(sed -n "s/^$2=//p" "$settings_folder/$1.env" | tail -n 1)
  # systemd removes quotes, too.
  value=${value#[\"\']}
  value=${value%[\"\']}
  echo "${value:-$3}"
}

systemd_readiness() { curl -s --max-time 3 "$(driver_url "$1")/health/ready"; }

# systemd_metric CLONE NAME: prints the metric's lines.
systemd_metric() { curl -s --max-time 3 "$(driver_url "$1")/metrics?scope=application" | grep -E "^$2[{ ]"; }

systemd_running_requests() { systemd_metric "$1" commonplace_requests_running | awk '{ sum += $NF } END { print int(sum) }'; }
