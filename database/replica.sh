# Makes a server a replica of the primary: from where it is if possible, otherwise from a copy.
# Provides: join_replica wait_until_replicating rebuild_replica copy_source dump_database begin_binlog start_and_wait
# shellcheck shell=bash

# The replicas that this command has copied; none is copied twice.
declare -A rebuilt=()

# join_replica REPLICA: the server must be running.
join_replica() {
  local position
  # A server that does not answer must not be taken for an empty one.
  position=$(position_of "$1") || die "$1 does not answer; try again"
  if [ -e "$COMMONPLACE_DATA/$1/incomplete" ] || [ -z "$position" ]; then
    rebuild_replica "$1" ''
  elif ! is_in_history "$1"; then
    say "$1 has transactions that $(primary_name) lacks: they were never acknowledged, or lost by --force"
    rebuild_replica "$1" diverged
  else
    follow_primary "$1"
  fi
  wait_until_replicating "$1"
}

# wait_until_replicating REPLICA: rebuilds it if the primary does not keep what it lacks, or if it can't apply a transaction.
wait_until_replicating() {
  local part=$1
  for _ in {1..60}; do
    if ! inspect_database "$part"; then
      sleep 0.5
    elif [ "${fact[$part Last_IO_Errno]:-}" = 1236 ] && [ -z "${rebuilt[$part]:-}" ]; then
      say "$part can't follow from where it is: ${fact[$part Last_IO_Error]}"
      rebuild_replica "$part" outdated
    elif [ "${fact[$part Slave_SQL_Running]:-}" = No ] && [ -z "${rebuilt[$part]:-}" ] && [ -n "${fact[$part Last_SQL_Error]}" ]; then
      say "$part can't apply a transaction: ${fact[$part Last_SQL_Error]}"
      rebuild_replica "$part" diverged
    elif [ "${fact[$part Slave_IO_Running]:-}" = Yes ] && [ "${fact[$part Slave_SQL_Running]}" = Yes ]; then
      say "$part follows $(primary_name)"
      return
    else
      sleep 0.5
    fi
  done
  die "$part does not follow $(primary_name): ${fact[$part Last_IO_Error]:-} ${fact[$part Last_SQL_Error]:-}"
}

# rebuild_replica REPLICA NAME: moves its data aside to a folder of that name (without a name they are deleted), and fills it
# with a copy of another server, which keeps running.
rebuild_replica() {
  local part=$1 name=$2 source home=$COMMONPLACE_DATA/$1
  rebuilt[$part]=1
  source=$(copy_source "$part")
  if [ -n "$name" ] || [ -e "$home/incomplete" ] || [ -n "$(position_of "$part")" ]; then empty_database "$part" "$name"; fi
  touch "$home/incomplete"
  run_step "Copying $source to $part" "$COMMONPLACE_DATA/logs/copy.log" copy_database "$source" "$part"
  rm -f "$home/incomplete"
  follow_primary "$part"
}

# empty_database PART NAME
empty_database() {
  local part=$1 name=$2 home=$COMMONPLACE_DATA/$1 aside
  driver_stop "$part"
  if [ -n "$name" ] && [ ! -e "$home/incomplete" ]; then
    aside=$home/$name-$(date -u +%Y%m%d-%H%M%S)
    mv "$home/data" "$aside"
    say "The old data of $part is in $aside"
  fi
  touch "$home/incomplete"
  rm -rf "$home/data"
  start_and_wait "$part"
}

# copy_source [REPLICA]: prints another replica that is up to date, to spare the primary; or else the primary.
copy_source() {
  local replica
  for replica in $(replica_names); do
    [ "$replica" != "$1" ] && ! [ -e "$COMMONPLACE_DATA/$replica/incomplete" ] &&
      [ "$(replication_field "$replica" Seconds_Behind_Master 2>/dev/null)" = 0 ] || continue
    echo "$replica"
    return
  done
  primary_name
}

# copy_database FROM TO: everything that is replicated, and the accounts, in one snapshot that blocks nobody, with its
# position. The new server's binlog gets none of it: it begins where the copy ends.
copy_database() {
  local position
  set -o pipefail
  normal_priority
  {
    dump_accounts "$1"
    dump_database "$1"
  } | sql_patience=86400 sql "$2" --init-command='SET SESSION sql_log_bin = 0' || return
  begin_binlog "$2"
}

# dump_database PART: prints the site's data with the position of the snapshot.
dump_database() {
  timeout 86400 "$COMMONPLACE_DATA/servers/mariadb/bin/mariadb-dump" --no-defaults --socket="$COMMONPLACE_DATA/run/$1.sock" \
    --user="$(id -un)" --skip-ssl --single-transaction --master-data=1 --gtid --quick --hex-blob --max-allowed-packet=1G \
    --databases commonplace
}

dump_accounts() {
  timeout 60 "$COMMONPLACE_DATA/servers/mariadb/bin/mariadb-dump" --no-defaults --socket="$COMMONPLACE_DATA/run/$1.sock" \
    --user="$(id -un)" --skip-ssl --system=users --insert-ignore
}

# begin_binlog PART: makes an empty binlog that names the position at which it begins, so that others can follow this server
# from there when it becomes the primary.
begin_binlog() {
  sql "$1" <<'SQL'
RESET REPLICA ALL;
SET @position = @@global.gtid_slave_pos;
RESET MASTER;
SET GLOBAL gtid_binlog_state = @position;
SET GLOBAL gtid_slave_pos = @position;
SQL
}

# start_and_wait PART
start_and_wait() {
  rm -f "$COMMONPLACE_DATA/run/$1.pid"
  driver_start "$1"
  wait_until_healthy 180 "$1"
}
