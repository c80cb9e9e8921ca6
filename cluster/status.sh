# status: shows each part's state, as the supervisor, the kernel and the parts themselves report it.
# shellcheck shell=bash

command_status() {
  require_cluster
  load_settings
  local part pid health state sequence orphans ok=0
  [ ! -e "$COMMONPLACE_DATA/primary" ] || sequence=$(sequence_of "$(sql_patience=3 position_of "$(primary_name)" 2>/dev/null)") || true
  printf '%-12s %-9s %8s %6s %-22s %8s  %s\n' PART STATE PID PORT HEALTH MEMORY VERSION
  while read -r part state pid; do
    health=-
    if [ "$state" = RUNNING ]; then
      if part_healthy "$part"; then health=ready; else health='NOT READY' ok=1; fi
      case $part in
        database-*) health="$health, $(database_role "$part" "${sequence:-0}")" ;;
        clone-*) is_routed "$part" || { health="$health, not routed"; ok=1; } ;;
      esac
    else
      ok=1
    fi
    printf '%-12s %-9s %8s %6s %-22s %8s  %s\n' "$part" "$state" "${pid:--}" "$(port_of "$part" | grep . || echo -)" "$health" "$(memory_of "$pid")" "$(shown_version "$part")"
  done < <(supervisor_states; console_state)
  orphans=$(list_orphans | paste -sd ' ' -)
  [ -z "$orphans" ] || say "The supervisor is down, but these still run: $orphans. ./commonplace up starts a new supervisor for them"
  if [ "$(disk_nearly_full 0)" = 1 ]; then
    say "The disk under the databases has $(disk_free) MB left of a reserve of $(to_megabytes "$disk_reserve") MB: nothing can be saved until there is room"
    ok=1
  fi
  return $ok
}

# A clone runs the version of its image, unless another one was deployed by hand since it started.
shown_version() {
  local packed running
  packed=$(version_of "$1")
  running=$(running_version "$1")
  if [ -z "$running" ] || [ "$running" = "$packed" ]; then echo "$packed"; else echo "$running, deployed by hand on $packed"; fi
}

# memory_of PID: the resident memory of a process and its children (HAProxy works in a child).
memory_of() {
  local pid=${1:-} sum=0 child kb
  [ -n "$pid" ] || { echo -; return; }
  for child in $pid $(cat "/proc/$pid/task/$pid/children" 2>/dev/null); do
    kb=$(awk '/^VmRSS/ {print $2}' "/proc/$child/status" 2>/dev/null) || true
    sum=$((sum + ${kb:-0}))
  done
  echo "$((sum / 1024)) MB"
}
