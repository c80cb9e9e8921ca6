# add database: adds a replica while the cluster runs.
# shellcheck shell=bash

command_add_database() {
  local part
  begin_database_work
  [ "$databases" -lt 4 ] || die 'there are four databases, which is the maximum'
  is_writable "$(primary_name)" || die "there is no primary: $(primary_name) takes no writes; ./commonplace promote"
  check_free_disk
  part=database-$((databases + 1))
  check_ports_free "$part"
  databases=$((databases + 1))
  keep_setting databases "$databases"
  write_supervisor_conf
  rm -f "$COMMONPLACE_DATA/run/$part.pid"
  supervisor_ctl update >/dev/null 9>&-
  wait_until_healthy 120 "$part"
  follows_primary "$part" || join_replica "$part"
}
