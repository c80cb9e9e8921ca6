# What rolling out (cluster/roll.sh) needs of a host that runs clones under systemd, each by the unit
# commonplace-clone@NAME and with its settings in /etc/commonplace/NAME.env. How many balancers there are,
# and where, a host doesn't know: a clone tells them by its own readiness.
# shellcheck shell=bash

settings_folder=${COMMONPLACE_SETTINGS:-/etc/commonplace}

# Each balancer asks once a second, and believes the second answer.
balancers_patience=4

roll_begins() {
  [ -n "$(clones_here)" ] || die "there is no clone on this host: $settings_folder/clone-1.env is its settings (clone.env.sample)"
  [ "$(id -u)" -eq 0 ] || die 'only root may restart the clones'
  umask 022
  mkdir -p "$COMMONPLACE_DATA/images"
  # Cookies of a visitor who is signed in.
  install -d -m 700 "$COMMONPLACE_DATA/run"
  lock
  ADMIN_PASSWORD=$(setting "$(clones_here | head -n 1)" COMMONPLACE_ADMIN_PASSWORD '')
}

build() { die 'roll out what? Give an image: ./commonplace roll commonplace-VERSION.tar.gz'; }

clones_here() { parts; }

parts() {
  local file
  for file in "$settings_folder"/*.env; do
    ! grep -q '^COMMONPLACE_CLONE=' "$file" 2>/dev/null || basename "$file" .env
  done
}

# setting CLONE NAME DEFAULT
setting() {
  local value
  value=$(sed -n "s/^$2=//p" "$settings_folder/$1.env" | tail -n 1)
  # systemd takes quotes away.
  value=${value#[\"\']}
  value=${value%[\"\']}
  echo "${value:-$3}"
}

unit_of() { echo "commonplace-clone@$1.service"; }

folder_of() { setting "$1" COMMONPLACE_FOLDER "/var/lib/commonplace/$1"; }

# With TLS, its plain port is for this machine alone.
past_balancer() {
  local address
  address=$(setting "$1" COMMONPLACE_ADDRESS 127.0.0.1)
  [ "$(setting "$1" COMMONPLACE_TLS off)" = off ] || address=127.0.0.1
  echo "http://$address:$(setting "$1" COMMONPLACE_HTTP_PORT 8081)"
}

log_of() { echo "journalctl -u $(unit_of "$1")"; }

# One line a clone: name, state, pid.
states() {
  local part state pid
  for part in $(parts); do
    state=$(systemctl show -P ActiveState "$(unit_of "$part")")
    pid=$(systemctl show -P MainPID "$(unit_of "$part")")
    case $state in
      active | reloading) state=RUNNING ;;
      activating) state=STARTING ;;
      failed) state=FATAL ;;
      *) state=STOPPED ;;
    esac
    echo "$part $state $([ "$pid" = 0 ] || echo "$pid")"
  done
}

# What the clone says of itself; its readiness is DOWN while it is draining, whatever else is well.
says() { curl -s --max-time 3 "$(past_balancer "$1")/health/ready"; }

healthy() {
  local answer
  answer=$(says "$1") &&
    [[ $answer == *'"started":"true"'* && $answer == *'"grid":"true"'* && $answer == *'"database":"true"'* && $answer == *'"isolated":"false"'* ]]
}

is_up() { [[ $(says "$1") == '{"status":"UP","checks":[{'* ]]; }

not_healthy() {
  ticker ''
  journalctl -q -u "$(unit_of "$1")" -n 500 -o cat 2>/dev/null | grep -E 'SEVERE|ERROR|ALERT|Caused by' | tail -n 8 | cut -c 1-300 | sed 's/^/    /' >&2 || true
  die "$1 $2; its log: $(log_of "$1")"
}

warn_if_alone() {
  local part
  for part in $(parts); do
    [[ $(says "$part") == *'"members":"1"'* ]] || return 0
  done
  say 'There is no other clone in the grid: nobody is served while it is replaced'
}

# Nobody new comes once all balancers have seen it; what it is answering may end, up to half a minute.
drain() {
  local began=$SECONDS
  touch "$(folder_of "$1")/draining" 2>/dev/null || return 0
  systemctl -q is-active "$(unit_of "$1")" || return 0
  sleep "$balancers_patience"
  # The question itself is one.
  while [ "$(running_requests "$1")" -gt 1 ] && [ $((SECONDS - began)) -lt 30 ]; do sleep 0.5; done
}

# figures CLONE NAME: the values of its lines.
figures() { curl -s --max-time 3 "$(past_balancer "$1")/metrics?scope=application" | grep -E "^$2[{ ]"; }

running_requests() { figures "$1" commonplace_requests_running | awk '{ sum += $NF } END { print int(sum) }'; }

stop_parts() {
  local part
  for part in "$@"; do systemctl stop "$(unit_of "$part")"; done
}

# It comes as a clone that is draining: its launcher forgets that it was, and is told anew.
start_clone() {
  local mark began=$SECONDS
  mark=$(folder_of "$1")/draining
  systemctl start "$(unit_of "$1")" || true
  while [ -e "$mark" ] && [ $((SECONDS - began)) -lt 20 ]; do sleep 0.1; done
  touch "$mark" 2>/dev/null || true
}

# Past the balancers, as nobody else comes.
try_out() { warm "$1"; }

# As people come, now that they do; they may be long in coming to this one, and would see its errors first.
try_by_site() {
  local site
  site=$(setting "$1" COMMONPLACE_SITE '')
  [ -z "$site" ] || visit "$1" "$site" >/dev/null
}

let_in() {
  local began=$SECONDS
  rm -f "$(folder_of "$1")/draining"
  until is_up "$1"; do
    [ $((SECONDS - began)) -lt 20 ] || die "$1 does not get ready; its log: $(log_of "$1")"
    sleep 0.2
  done
  sleep "$balancers_patience"
}

# Answers to people so far, and how many of them were errors, as the clone has counted them.
answers_of() {
  figures "$1" commonplace_requests_total | grep -v 'kind="probe"' | awk '
    { all += $NF } /status="5xx"/ { errors += $NF } END { print all + 0, errors + 0 }'
}

# One line a clone, as `./commonplace hosts verify` reads it.
status() {
  local part state pid health result=0
  printf '%-12s %-9s %8s %-10s %s\n' PART STATE PID HEALTH VERSION
  while read -r part state pid; do
    if is_up "$part"; then health=ready; else health='NOT READY' result=1; fi
    [ ! -e "$(folder_of "$part")/draining" ] || health=draining
    printf '%-12s %-9s %8s %-10s %s\n' "$part" "$state" "${pid:--}" "$health" "$(version_of "$part")"
  done < <(states)
  [ -n "$(parts)" ] || die "there is no clone on this host"
  return $result
}
