# logs [PART]: follows the logs of all parts, or of one.
# shellcheck shell=bash

command_logs() {
  local part=${1:-}
  require_cluster
  load_settings
  cd "$COMMONPLACE_DATA/logs" || die "there are no logs in $COMMONPLACE_DATA yet: ./commonplace up"
  if [ -z "$part" ]; then
    exec tail -n 20 -F database-*.log watcher.log broker.log clone-*.log balancer.log
  fi
  [ -f "$part.log" ] || die "there is no log of '$part'; known: $(part_names | tr '\n' ' ')"
  exec tail -n 100 -F "$part.log"
}
