# up: builds what changed and starts what is missing; what runs is left alone.
# shellcheck shell=bash

# missing: the parts that this call starts; orphans: those that run without a supervisor. Global and not local, because an
# EXIT trap does not see the locals of a function in which `set -e` ended the shell.
missing=() orphans=()

command_up() {
  umask 077
  check_paths
  # A wrong setting or option is refused before anything is made.
  load_settings
  mkdir -p "$COMMONPLACE_DATA"/{logs,run,images}
  lock_cluster
  create_settings
  check_same_port
  # Again, now that no other command can change them.
  load_settings
  check_primary_stays
  keep_options
  check_tools
  # Not for a cluster that is installed: the full disk may be the reason why it went down.
  [ -e "$COMMONPLACE_DATA/provisioned" ] || check_free_disk
  [ ! -e "$COMMONPLACE_DATA/restoring" ] ||
    die "a restore was interrupted; repeat it: ./commonplace restore $(cat "$COMMONPLACE_DATA/restoring")"
  mapfile -t orphans < <(list_orphans)
  [ ${#orphans[@]} -eq 0 ] || say "The supervisor is down, but these still run: ${orphans[*]}"
  mapfile -t missing < <(supervisor_states | awk -v orphans=" ${orphans[*]} " '$2 != "RUNNING" && index(orphans, " " $1 " ") == 0 {print $1}')
  check_ports_free "${missing[@]}"
  create_secrets
  load_secrets
  check_certificate
  make_certificates
  build_all
  trap stop_started EXIT
  start_missing
  trap - EXIT
  restart_orphans "${orphans[@]}"
  if [ "$clones" -eq 0 ]; then
    say "The databases and the broker are up, for clones on other hosts; the secrets for their settings: $COMMONPLACE_DATA/secrets"
    return
  fi
  import_handbook
  say ''
  say "Commonplace is up:  $(site_scheme)://$(shown_host):$port/"
  say "Administrator:      admin"
  say "Password:           ${ADMIN_PASSWORD:-the one that you have chosen}"
}

keep_options() {
  keep_setting port "$option_port"
  keep_setting bind "$option_bind"
  keep_setting address "$option_address"
  keep_setting certificate "$option_certificate"
  keep_setting tls "$option_tls"
  keep_setting clones "$option_clones"
  keep_setting databases "$option_databases"
  keep_setting auto_failover "$option_failover"
}

start_missing() {
  local part
  for part in "${missing[@]}"; do
    rm -f "$COMMONPLACE_DATA/run/$part.pid"
    # A clone keeps the image that it was started with until it is restarted.
    case $part in clone-*) take_image "$part" "$(newest_image)" ;; esac
  done
  choose_first_primary
  write_supervisor_conf
  [ ${#orphans[@]} -eq 0 ] || supervisor_start
  # Before the supervisor stops clones that are too many: they leave the routing first.
  update_clone_list
  supervisor_start
  wait_for_started 120 'database-*'
  provision_databases
  wait_for_started 60 'watcher'
  wait_for_started 60 'b*'
  wait_for_started 600 'clone-*'
  # shellcheck disable=SC2046 # names without blanks
  wait_until_routed $(driver_clones)
  for part in $(driver_clones); do say_other_image "$part"; done
}

# The parts of a running cluster find each other by their ports.
check_same_port() {
  [ -n "$option_port" ] && { supervisor_runs || [ -n "$(option_port='' load_settings && list_orphans)" ]; } || return 0
  local now
  now=$(option_port='' load_settings && echo "$port")
  [ "$now" = "$option_port" ] || die "the cluster runs on port $now; ./commonplace down first"
}

# With fewer databases, those with the highest numbers are removed.
check_primary_stays() {
  [ ! -f "$COMMONPLACE_DATA/primary" ] || database_names | grep -qxF "$(primary_name)" ||
    die "$(primary_name) is the primary and can't be removed; ./commonplace promote database-1 first"
}

# wait_for_started SECONDS PATTERN: waits for the missing parts whose names match.
wait_for_started() {
  local part chosen=()
  for part in "${missing[@]}"; do
    # shellcheck disable=SC2053 # a pattern is meant
    [[ $part != $2 ]] || chosen+=("$part")
  done
  wait_until_healthy "$1" "${chosen[@]}"
}

# After a failure: nothing stays half started.
stop_started() {
  trap - EXIT INT TERM
  progress_line ''
  say "Stopping what was started: ${missing[*]}" >&2
  driver_stop "${missing[@]}"
  [ "$(running_parts)" != '' ] || supervisor_ctl shutdown >/dev/null 2>&1 || true
  exit 1
}

say_other_image() {
  [ "$(image_of "$1")" = "$(newest_image)" ] ||
    say "$1 runs another build, $(image_of "$1"); for the newest one on all clones: ./commonplace roll"
}

shown_host() { case $bind in 0.0.0.0) hostname ;; *) echo "$bind" ;; esac; }

# The first `up` imports the sample handbook, by the same job as any import.
import_handbook() {
  local mark=$COMMONPLACE_DATA/handbook-imported zip=$COMMONPLACE_DATA/run/handbook.zip
  [ ! -e "$mark" ] && [ -d "$COMMONPLACE_HOME/src/handbook" ] || return 0
  rm -f "$zip"
  jar --create --no-manifest --file "$zip" -C "$COMMONPLACE_HOME/src/handbook" .
  if ! has_admin_password; then
    say 'The sample handbook was not imported: COMMONPLACE_PASSWORD does not hold the password of admin'
    return
  fi
  (follow_import "$zip" handbook Handbook everyone) || die "the cluster is up, but its sample handbook was not imported; ./commonplace up tries again"
  rm -f "$zip"
  touch "$mark"
}
