# Stops the cluster in order, restarts a part, deletes the data after asking.
# shellcheck shell=bash

down() {
  local wipe=$1 yes=$2 running
  if [ ! -d "$COMMONPLACE_DATA/run" ]; then
    say "There is no cluster in $COMMONPLACE_DATA"
    return
  fi
  lock
  load_settings
  if supervisor_runs; then
    # First the balancer: whoever comes gets a refused connection, not half a page.
    say 'Stopping the balancer, the clones, the broker and the databases'
    stop_parts balancer console
    mapfile -t running < <(running_parts | grep '^clone-')
    stop_parts "${running[@]}"
    stop_parts broker watcher
    # The primary first: what it has written reaches the replicas yet.
    stop_parts "$(primary)"
    mapfile -t running < <(running_parts | grep '^database-')
    stop_parts "${running[@]}"
    supervisor shutdown >/dev/null
    for _ in {1..100}; do supervisor_runs || break; sleep 0.1; done
  else
    stop_orphans
  fi
  end_left_over
  say 'The cluster is down'
  [ -z "$wipe" ] || wipe_data "$yes"
}

# What a part has started and not ended, because it was killed, bears its mark.
end_left_over() {
  local pid
  while IFS=/ read -r _ _ pid _; do
    [ "$pid" = "$$" ] || kill -9 "$pid" 2>/dev/null || true
  done < <(grep -lzsF "COMMONPLACE_PART=$COMMONPLACE_DATA " /proc/[0-9]*/environ)
}

# stop_parts PART...: side by side; each ends when its process is gone.
stop_parts() {
  local part
  for part in "$@"; do
    rm -f "$COMMONPLACE_DATA/run/$part.pid"
    supervisor stop "$part" >/dev/null 2>&1 &
  done
  wait
}

running_parts() { supervisor status 2>/dev/null | awk '$2 == "RUNNING" || $2 == "STARTING" || $2 == "BACKOFF" {print $1}'; }

wipe_data() {
  local answer
  if [ -z "$1" ]; then
    read -r -p "Delete all data of $COMMONPLACE_DATA, pages and people too? Type yes: " answer || true
    [ "${answer:-}" = yes ] || die 'nothing was deleted'
  fi
  # Only what `up` made, by name: a mistyped --data must not cost a home directory.
  (cd "$COMMONPLACE_DATA" && rm -rf database-[1-4] watcher replay broker balancer console clone-[1-9] images servers logs run tls \
    settings secrets roll roll.last primary in-sync restored restoring restoring.used provisioned handbook-imported supervisor.conf)
  rmdir --ignore-fail-on-non-empty "$COMMONPLACE_DATA"
  say "Deleted $COMMONPLACE_DATA"
}

restart() {
  local part=${1:-}
  load_settings
  load_secrets
  [[ " $(parts | tr '\n' ' ') " == *" $part "* && -n $part ]] || die "restart which part? One of: $(parts | tr '\n' ' ')"
  need_supervisor
  lock
  # Out of the routing first, so that nobody is sent to a clone that goes away.
  # shellcheck disable=SC2064 # the part as it is now
  trap "undrain $part" EXIT
  drain "$part"
  stop_parts "$part"
  # A start that fails at first is tried again by the supervisor; the wait sees how it ends.
  supervisor start "$part" >/dev/null 2>&1 9>&- || true
  wait_for 600 "$part"
  # Ready or not, and however this ends: from here on the balancer's checks decide.
  trap - EXIT
  undrain "$part"
  case $part in clone-*) wait_for_routing "$part" ;; esac
}
