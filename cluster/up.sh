# Brings the cluster up: everything that is missing, and nothing that runs.
# shellcheck shell=bash

up() {
  umask 077
  mkdir -p "$COMMONPLACE_DATA"/{logs,run,images}
  check_path
  lock
  create_settings
  keeps_its_port
  load_settings
  keeps_its_primary
  keep_setting port "$given_port"
  keep_setting bind "$given_bind"
  keep_setting address "$given_address"
  keep_setting certificate "$given_certificate"
  keep_setting tls "$given_tls"
  keep_setting clones "$given_clones"
  keep_setting databases "$given_databases"
  keep_setting auto_failover "$given_failover"
  check_tools
  # What is installed comes back on a disk that is nearly full, too: that may be why it went down.
  [ -e "$COMMONPLACE_DATA/provisioned" ] || check_disk
  [ ! -e "$COMMONPLACE_DATA/restoring" ] ||
    die "a restore was interrupted; once more: ./commonplace restore $(cat "$COMMONPLACE_DATA/restoring")"
  mapfile -t left < <(orphans)
  [ ${#left[@]} -eq 0 ] || say "The supervisor is gone, and these run on without it: ${left[*]}"
  mapfile -t missing < <(states | awk -v left=" ${left[*]} " '$2 != "RUNNING" && index(left, " " $1 " ") == 0 {print $1}')
  check_ports "${missing[@]}"
  create_secrets
  load_secrets
  check_certificate
  make_certificates
  build
  trap give_up EXIT
  start_parts
  trap - EXIT
  renew "${left[@]}"
  if [ "$clones" -eq 0 ]; then
    say "The databases and the broker are up, for clones on other hosts; secrets for their settings: $COMMONPLACE_DATA/secrets"
    return
  fi
  import_handbook
  say ''
  say "Commonplace is up:  $(scheme)://$(shown_host):$port/"
  say "Administrator:      admin"
  say "Password:           ${ADMIN_PASSWORD:-the one that you have chosen}"
}

start_parts() {
  local part
  for part in "${missing[@]}"; do
    rm -f "$COMMONPLACE_DATA/run/$part.pid"
    # A clone runs what it was started with, until it is restarted.
    case $part in clone-*) take_image "$part" "$(newest_image)" ;; esac
  done
  choose_primary
  write_supervisor_conf
  [ ${#left[@]} -eq 0 ] || start_supervised
  write_clones
  # Before the supervisor: a clone that is to go leaves the routing first.
  reload_balancer
  start_supervised
  wait_for_missing 120 'database-*'
  provision_databases
  wait_for_missing 60 'watcher'
  wait_for_missing 60 'b*'
  wait_for_missing 600 'clone-*'
  # shellcheck disable=SC2046 # names without blanks
  wait_for_routing $(parts | grep '^clone-')
  for part in $(parts); do
    case $part in clone-*) other_image "$part" ;; esac
  done
}

# The parts of a running cluster find each other by their ports.
keeps_its_port() {
  [ -n "$given_port" ] && { supervisor_runs || [ -n "$(given_port='' load_settings && orphans)" ]; } || return 0
  local now
  now=$(given_port='' load_settings && echo "$port")
  [ "$now" = "$given_port" ] || die "the cluster runs on port $now; ./commonplace down first"
}

# Fewer databases: those with the highest numbers go.
keeps_its_primary() {
  [ ! -f "$COMMONPLACE_DATA/primary" ] || databases | grep -qxF "$(primary)" ||
    die "$(primary) is the primary; ./commonplace promote database-1 first"
}

# wait_for_missing SECONDS PATTERN: those of the parts that this call starts.
wait_for_missing() {
  local part chosen=()
  for part in "${missing[@]}"; do
    # shellcheck disable=SC2053 # a pattern is meant
    [[ $part != $2 ]] || chosen+=("$part")
  done
  wait_for "$1" "${chosen[@]}"
}

# What this call started is stopped again: nothing half-started stays behind.
give_up() {
  local part
  trap - EXIT INT TERM
  ticker ''
  say "Stopping what was started: ${missing[*]}" >&2
  stop_parts "${missing[@]}"
  [ "$(running_parts)" != '' ] || supervisor shutdown >/dev/null 2>&1 || true
  exit 1
}

other_image() {
  [ "$(image_of "$1")" = "$(newest_image)" ] ||
    say "$1 runs another build, $(image_of "$1"); the newest one on all clones: ./commonplace roll"
}

shown_host() { case $bind in 0.0.0.0) hostname ;; *) echo "$bind" ;; esac; }

# The sample handbook comes in at first start, by the same job as any import.
import_handbook() {
  local mark=$COMMONPLACE_DATA/handbook-imported zip=$COMMONPLACE_DATA/run/handbook.zip
  [ ! -e "$mark" ] && [ -d "$COMMONPLACE_HOME/src/handbook" ] || return 0
  rm -f "$zip"
  jar --create --no-manifest --file "$zip" -C "$COMMONPLACE_HOME/src/handbook" .
  if ! knows_password; then
    say 'The sample handbook was not imported: COMMONPLACE_PASSWORD does not hold the password of admin'
    return
  fi
  (follow_import "$zip" handbook Handbook) || die "the cluster is up, but its sample handbook was not imported; ./commonplace up tries again"
  rm -f "$zip"
  touch "$mark"
}
