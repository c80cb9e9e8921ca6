# down: stops the cluster in order; --wipe deletes its data after asking.
# shellcheck shell=bash

command_down() {
  local running
  if [ ! -d "$COMMONPLACE_DATA/run" ]; then
    say "There is no cluster in $COMMONPLACE_DATA"
    return
  fi
  lock_cluster
  load_settings
  if supervisor_runs; then
    # The balancer first: people get a refused connection and not half a page.
    say 'Stopping the balancer, the clones, the broker and the databases'
    driver_stop balancer console
    mapfile -t running < <(running_parts | grep '^clone-')
    driver_stop "${running[@]}"
    driver_stop broker watcher
    # The primary before the replicas, so that they receive its last transactions.
    driver_stop "$(primary_name)"
    mapfile -t running < <(running_parts | grep '^database-')
    driver_stop "${running[@]}"
    supervisor_ctl shutdown >/dev/null
    for _ in {1..100}; do supervisor_runs || break; sleep 0.1; done
  else
    stop_orphans
  fi
  kill_remaining_processes
  say 'The cluster is down'
  [ -z "${options[--wipe]}" ] || wipe_data
}

# A part that was killed may leave processes that it had started; they carry the part's mark in their environment.
kill_remaining_processes() {
  local pid
  while IFS=/ read -r _ _ pid _; do
    [ "$pid" = "$$" ] || kill -9 "$pid" 2>/dev/null || true
  done < <(grep -lzsF "COMMONPLACE_PART=$COMMONPLACE_DATA " /proc/[0-9]*/environ)
}

wipe_data() {
  local answer
  if [ -z "${options[--yes]}" ]; then
    read -r -p "Delete all data of $COMMONPLACE_DATA, including all pages and people? Type yes: " answer || true
    [ "${answer:-}" = yes ] || die 'nothing was deleted; answer yes, or add --yes'
  fi
  # By name, and only what the commands make: a mistyped --data must not delete a home directory.
  (cd "$COMMONPLACE_DATA" && rm -rf database-[1-4] watcher replay broker balancer console clone-[1-9] images servers logs run tls \
    settings secrets roll roll.last primary in-sync restored restoring restoring.used provisioned handbook-imported supervisor.conf)
  rmdir --ignore-fail-on-non-empty "$COMMONPLACE_DATA"
  say "Deleted $COMMONPLACE_DATA"
}
