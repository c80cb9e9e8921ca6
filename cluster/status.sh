# What runs: read from the supervisor, the kernel and the parts themselves.
# shellcheck shell=bash

status() {
  load_settings
  local part pid health line sequence ok=0
  [ ! -e "$COMMONPLACE_DATA/primary" ] || sequence=$(sequence_of "$(sql_patience=3 position_of "$(primary)" 2>/dev/null)") || true
  printf '%-12s %-9s %8s %6s %-22s %8s  %s\n' PART STATE PID PORT HEALTH MEMORY VERSION
  while read -r part line pid; do
    health=-
    if [ "$line" = RUNNING ]; then
      if healthy "$part"; then health=ready; else health='NOT READY' ok=1; fi
      case $part in
        database-*) health="$health, $(database_role "$part" "${sequence:-0}")" ;;
        clone-*)
          in_routing "$part" || { health="$health, not routed"; ok=1; }
          ;;
      esac
    else
      ok=1
    fi
    printf '%-12s %-9s %8s %6s %-22s %8s  %s\n' "$part" "$line" "${pid:--}" "$(port_of "$part" | grep . || echo -)" "$health" "$(memory "$pid")" "$(version_told "$part")"
  done < <(states; console_state)
  line=$(orphans | paste -sd ' ' -)
  [ -z "$line" ] || say "The supervisor is gone, and these run on without it: $line. ./commonplace up looks after them again"
  if [ "$(disk_nearly_full 0)" = 1 ]; then
    say "The disk under the databases has $(disk_free) MB left of a reserve of $(megabytes "$disk_reserve") MB: nothing can be saved until there is room"
    ok=1
  fi
  return $ok
}

# What a clone runs: its image's version, unless another one was deployed on it since it started.
version_told() {
  local packed running
  packed=$(version_of "$1")
  running=$(running_version "$1")
  if [ -z "$running" ] || [ "$running" = "$packed" ]; then echo "$packed"; else echo "$running, deployed by hand on $packed"; fi
}

# The resident memory of a process and its children (HAProxy works in a child).
memory() {
  local pid=${1:-} sum=0 child kb
  [ -n "$pid" ] || { echo -; return; }
  for child in $pid $(cat "/proc/$pid/task/$pid/children" 2>/dev/null); do
    kb=$(awk '/^VmRSS/ {print $2}' "/proc/$child/status" 2>/dev/null) || true
    sum=$((sum + ${kb:-0}))
  done
  echo "$((sum / 1024)) MB"
}

logs() {
  cd "$COMMONPLACE_DATA/logs" 2>/dev/null || die "there is no cluster in $COMMONPLACE_DATA yet: ./commonplace up"
  load_settings
  local part=${1:-}
  if [ -z "$part" ]; then
    exec tail -n 20 -F database-*.log watcher.log broker.log clone-*.log balancer.log
  fi
  [ -f "$part.log" ] || die "no log of '$part'; known: $(parts | tr '\n' ' ')"
  exec tail -n 100 -F "$part.log"
}
