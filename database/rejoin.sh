# Brings servers back, or in for the first time, as replicas.
# shellcheck shell=bash

# rejoin PART [IF_CLEAN]: with the second, only a server that needs no copy.
rejoin() {
  local part=${1:-} if_clean=${2:-} copied=''
  work_on_databases
  hurry
  [[ $part == database-* && " $(databases | tr '\n' ' ') " == *" $part "* ]] ||
    die "rejoin which database? One of: $(replicas | tr '\n' ' ')"
  [ "$part" != "$(primary)" ] || die "$part is the primary; another one becomes it by ./commonplace promote"
  takes_writes "$(primary)" || die "there is no primary to follow: $(primary) takes no writes; ./commonplace promote"
  if ! database_lives "$part"; then
    # Whatever is left of it: a frozen process would wake up in the old role.
    fence "$part"
    start_part "$part"
  fi
  [ -z "$if_clean" ] || is_contained "$part" ||
    die "$part has transactions that $(primary) has not; ./commonplace rejoin $part keeps them aside and makes it anew"
  if follows_primary "$part" && [ -z "${fact[$part Last_SQL_Error]:-}" ]; then
    sql "$part" <<<'START REPLICA'
    settle "$part"
  else
    join "$part"
  fi
}

# One more replica, while the cluster runs.
add_database() {
  local part
  work_on_databases
  [ "$databases" -lt 4 ] || die 'there are four databases, and no more slots'
  takes_writes "$(primary)" || die "there is no primary: $(primary) takes no writes; ./commonplace promote"
  check_disk
  part=database-$((databases + 1))
  check_ports "$part"
  databases=$((databases + 1))
  keep_setting databases "$databases"
  write_supervisor_conf
  rm -f "$COMMONPLACE_DATA/run/$part.pid"
  supervisor update >/dev/null 9>&-
  wait_for 120 "$part"
  follows_primary "$part" || join "$part"
}

start_part() {
  rm -f "$COMMONPLACE_DATA/run/$1.pid"
  supervisor start "$1" >/dev/null 2>&1 9>&- || true
  wait_for 180 "$1"
}

# join REPLICA: makes a running server follow the primary, from where it is if that is possible, else
# from a copy.
join() {
  local position
  # No answer is not the answer of an empty server.
  position=$(position_of "$1") || die "$1 does not answer; try again"
  if [ -e "$COMMONPLACE_DATA/$1/incomplete" ] || [ -z "$position" ]; then
    make_anew "$1" ''
  elif ! is_contained "$1"; then
    say "$1 has transactions that $(primary) has not: they were never acknowledged, or given up by --force"
    make_anew "$1" diverged
  else
    follow "$1"
  fi
  settle "$1"
}

# Until the replication runs. What the primary doesn't keep any more is copied.
settle() {
  local part=$1
  for _ in {1..60}; do
    if ! look_at "$part"; then
      sleep 0.5
    elif [ "${fact[$part Last_IO_Errno]:-}" = 1236 ] && [ -z "${copied:-}" ]; then
      say "$part can't follow from where it is: ${fact[$part Last_IO_Error]}"
      make_anew "$part" outdated
    elif [ "${fact[$part Slave_SQL_Running]:-}" = No ] && [ -z "${copied:-}" ] && [ -n "${fact[$part Last_SQL_Error]}" ]; then
      say "$part can't apply a transaction: ${fact[$part Last_SQL_Error]}"
      make_anew "$part" diverged
    elif [ "${fact[$part Slave_IO_Running]:-}" = Yes ] && [ "${fact[$part Slave_SQL_Running]}" = Yes ]; then
      say "$part follows $(primary)"
      return
    else
      sleep 0.5
    fi
  done
  die "$part does not follow $(primary): ${fact[$part Last_IO_Error]:-} ${fact[$part Last_SQL_Error]:-}"
}

# make_anew REPLICA NAME: empties the server, keeps what it had aside under that name (an incomplete copy
# and an empty server have none), and fills it with a copy of a server that runs on meanwhile.
make_anew() {
  local part=$1 name=$2 source home=$COMMONPLACE_DATA/$1
  copied=1
  source=$(copy_source "$part")
  if [ -n "$name" ] || [ -e "$home/incomplete" ] || [ -n "$(position_of "$part")" ]; then empty "$part" "$name"; fi
  touch "$home/incomplete"
  step "Copying $source to $part" "$COMMONPLACE_DATA/logs/copy.log" copy "$source" "$part"
  rm -f "$home/incomplete"
  follow "$part"
}

# empty PART NAME
empty() {
  local part=$1 name=$2 home=$COMMONPLACE_DATA/$1 aside
  stop_parts "$part"
  if [ -n "$name" ] && [ ! -e "$home/incomplete" ]; then
    aside=$home/$name-$(date -u +%Y%m%d-%H%M%S)
    mv "$home/data" "$aside"
    say "What $part had is kept in $aside"
  fi
  touch "$home/incomplete"
  rm -rf "$home/data"
  start_part "$part"
}

# A replica that is up to date, so that the primary has no work; else the primary.
copy_source() {
  local replica
  for replica in $(replicas); do
    [ "$replica" != "$1" ] && ! [ -e "$COMMONPLACE_DATA/$replica/incomplete" ] &&
      [ "$(replication_of "$replica" Seconds_Behind_Master 2>/dev/null)" = 0 ] || continue
    echo "$replica"
    return
  done
  primary
}

# copy FROM TO: all that is replicated, the accounts too, in one snapshot that stops nobody, with its
# position. Nothing of it goes into the new server's binlog: that begins where the copy ends.
copy() {
  local position
  set -o pipefail
  take_time
  {
    dump_accounts "$1"
    dump "$1"
  } | sql_patience=86400 sql "$2" --init-command='SET SESSION sql_log_bin = 0' || return
  begin_binlog "$2"
}

# dump PART: the site's data with the position of the snapshot.
dump() {
  timeout 86400 "$COMMONPLACE_DATA/servers/mariadb/bin/mariadb-dump" --no-defaults --socket="$COMMONPLACE_DATA/run/$1.sock" \
    --user="$(id -un)" --skip-ssl --single-transaction --master-data=1 --gtid --quick --hex-blob --max-allowed-packet=1G \
    --databases commonplace
}

dump_accounts() {
  timeout 60 "$COMMONPLACE_DATA/servers/mariadb/bin/mariadb-dump" --no-defaults --socket="$COMMONPLACE_DATA/run/$1.sock" \
    --user="$(id -un)" --skip-ssl --system=users --insert-ignore
}

# begin_binlog PART: an empty binlog that says where it goes on, so that others can follow this server
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
