# restart PART: stops and starts one part; a clone leaves the routing first.
# shellcheck shell=bash

command_restart() {
  local part=$1
  load_settings
  load_secrets
  [[ " $(part_names | tr '\n' ' ') " == *" $part "* ]] || die "restart which part? One of: $(part_names | tr '\n' ' ')"
  require_supervisor
  lock_cluster
  # shellcheck disable=SC2064 # the part as it is now
  trap "route_again $part" EXIT
  driver_drain "$part"
  driver_stop "$part"
  driver_start "$part"
  wait_until_healthy 600 "$part"
  # From here on the balancer's own checks decide.
  trap - EXIT
  route_again "$part"
  case $part in clone-*) wait_until_routed "$part" ;; esac
}
