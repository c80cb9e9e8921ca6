# The database servers: what they answer, which one is the primary, their positions and their roles.
# Provides: sql database_answers database_alive raise_priority normal_priority is_writable primary_name replica_names
# Provides: choose_first_primary set_primary is_in_sync mark_in_sync unmark_in_sync sequence_of position_of
# Provides: wait_for_position replication_field is_in_history inspect_database follow_primary follows_primary replica_sql
# Provides: primary_sql make_writable database_role begin_database_work
# Sets: fact large_pages
# shellcheck shell=bash

# A client fills 80 MB of tables of collations when it starts, which is most of what its start costs. By large
# pages (glibc's manual, Memory Allocation Tunables) all of it takes a fifth of the time.
large_pages=glibc.malloc.hugetlb=1:glibc.malloc.mmap_threshold=200000000:glibc.malloc.top_pad=67108864

# sql PART [OPTIONS]: runs the statements of standard input, as the server's administrator over its socket. A frozen server
# accepts connections and does not answer; the caller may set sql_patience, the seconds to wait (20 by default). The client
# ends with its caller, even if that is killed.
sql() {
  local part=$1
  shift
  GLIBC_TUNABLES=$large_pages setpriv --pdeathsig TERM timeout "${sql_patience:-20}" "$COMMONPLACE_DATA/servers/mariadb/bin/mariadb" --no-defaults \
    --socket="$COMMONPLACE_DATA/run/$part.sock" --user="$(id -un)" --skip-ssl --connect-timeout=3 \
    --batch --skip-column-names "$@"
}

# database_answers PART [SECONDS]
database_answers() { sql_patience=${2:-3} sql "$1" <<<'SELECT 1' >/dev/null 2>&1; }

# True if it answers within ten seconds. It may be busy or starting; and on a busy machine the client itself takes seconds.
database_alive() {
  local patience
  for patience in 2 2 6; do
    ! database_answers "$1" "$patience" || return 0
    [ "$patience" = 6 ] || sleep 0.5
  done
  return 1
}

# A repair comes before the load that waits for it: on a very busy machine each client would take many seconds to start. Only
# root may raise the priority; for others nothing changes.
raise_priority() { renice -n -10 -p "$BASHPID" >/dev/null 2>&1 || true; }

# A copy may take its time, even within a command of higher priority.
normal_priority() { renice -n 0 -p "$BASHPID" >/dev/null 2>&1 || true; }

is_writable() { [ "$(sql_patience=5 sql "$1" <<<'SELECT @@read_only' 2>/dev/null)" = 0 ]; }

# The file DIR/primary names it. A server that starts reads it, too.
primary_name() { cat "$COMMONPLACE_DATA/primary"; }

replica_names() { database_names | grep -vxF "$(primary_name)"; }

choose_first_primary() { [ -f "$COMMONPLACE_DATA/primary" ] || set_primary database-1; }

# set_primary PART: the file is replaced as a whole, and is on the disk before anything else is done.
set_primary() {
  echo "$1" >"$COMMONPLACE_DATA/primary.new"
  sync "$COMMONPLACE_DATA/primary.new"
  mv "$COMMONPLACE_DATA/primary.new" "$COMMONPLACE_DATA/primary"
  sync "$COMMONPLACE_DATA"
}

# The file in-sync names a primary whose acknowledged commits are all on a replica, too. The watcher maintains it (see watch):
# it is deleted before a primary goes on alone, and its time is when a replica was last seen to have everything.
is_in_sync() { [ "$(cat "$COMMONPLACE_DATA/in-sync" 2>/dev/null)" = "$1" ]; }

mark_in_sync() {
  echo "$1" >"$COMMONPLACE_DATA/in-sync.new"
  mv "$COMMONPLACE_DATA/in-sync.new" "$COMMONPLACE_DATA/in-sync"
}

unmark_in_sync() {
  rm -f "$COMMONPLACE_DATA/in-sync"
  sync "$COMMONPLACE_DATA"
}

# ---- Positions: domain-server-sequence; there is one domain -------------------------------------

sequence_of() { echo "${1##*-}"; }

# The position up to which a server has written or applied.
position_of() { sql "$1" <<<'SELECT @@global.gtid_binlog_pos'; }

# wait_for_position PART POSITION SECONDS: true if it has applied the position by then.
wait_for_position() { [ "$(sql_patience=$(($3 + 5)) sql "$1" <<<"SELECT MASTER_GTID_WAIT('$2', $3)")" = 0 ]; }

# replication_field PART FIELD: prints the field of SHOW REPLICA STATUS.
replication_field() {
  sql "$1" --vertical --column-names <<<'SHOW REPLICA STATUS' | sed -n "s/^ *$2: *//p"
}

# True if everything that a server has is part of the primary's history: for each server, the primary knows the last sequence
# that it has from it.
is_in_history() {
  local position state known
  position=$(position_of "$1") || die "$1 does not answer; try again"
  [ -n "$position" ] || return 0
  state=$(sql "$(primary_name)" <<<'SELECT @@global.gtid_binlog_state') || die "$(primary_name) does not answer; try again"
  known=$(tr ',' '\n' <<<"$state" | sed -n "s/^${position%-*}-//p")
  [ "$(sequence_of "$position")" -le "${known:-0}" ]
}

# inspect_database PART: reads everything at once (a client costs a tenth of a second of processor time), and sets
# fact[PART FIELD]: the fields of SHOW REPLICA STATUS, and Applied, Received, Read_only, Started. False, and no facts, if the
# server does not answer.
declare -A fact=()
inspect_database() {
  local part=$1 line name value answers now
  for name in "${!fact[@]}"; do [[ $name != "$part "* ]] || unset "fact[$name]"; done
  now=$(date +%s)
  answers=$(sql_patience=10 sql "$part" --vertical --column-names 2>/dev/null <<'SQL'
SHOW REPLICA STATUS;
SELECT @@global.gtid_binlog_pos AS Applied, @@global.read_only AS Read_only, variable_value AS Uptime
  FROM information_schema.global_status WHERE variable_name = 'UPTIME';
SQL
) || return 1
  while IFS= read -r line; do
    [[ $line =~ ^\ *([A-Za-z_]+):\ ?(.*)$ ]] || continue
    fact[$part ${BASH_REMATCH[1]}]=${BASH_REMATCH[2]}
  done <<<"$answers"
  fact[$part Started]=$((now - ${fact[$part Uptime]}))
  # Received: the sequence of the last transaction that it has received, whether it has applied it or not.
  value=$(sequence_of "${fact[$part Gtid_IO_Pos]:-}")
  now=$(sequence_of "${fact[$part Applied]}")
  fact[$part Received]=$((${value:-0} > ${now:-0} ? ${value:-0} : ${now:-0}))
}

# ---- Roles --------------------------------------------------------------------------------------

# follow_primary REPLICA: from its own position, whatever its role was before.
follow_primary() {
  replica_sql | sql "$1" || die "the replication of $1 could not be started; its log is $COMMONPLACE_DATA/logs/$1.log"
}

# A server's own position is the one of its binlog; gtid_slave_pos lacks what it has written as the primary.
replica_sql() {
  cat <<SQL
SET GLOBAL read_only = 1;
SET GLOBAL rpl_semi_sync_master_enabled = OFF;
SET GLOBAL rpl_semi_sync_slave_enabled = ON;
STOP REPLICA;
SET GLOBAL gtid_slave_pos = @@global.gtid_binlog_pos;
CHANGE MASTER TO MASTER_HOST = '127.0.0.1', MASTER_PORT = $(port_of "$(primary_name)"), MASTER_USER = 'repl',
  MASTER_PASSWORD = '$DB_REPLICATION_PASSWORD', MASTER_USE_GTID = slave_pos, $(replication_tls),
  MASTER_CONNECT_RETRY = 1, MASTER_HEARTBEAT_PERIOD = 2;
START REPLICA;
SQL
}

replication_tls() { if [ "$tls" = on ]; then echo "MASTER_SSL = 1, MASTER_SSL_CA = '$COMMONPLACE_DATA/tls/ca.pem'"; else echo 'MASTER_SSL = 0'; fi; }

# make_writable PART: it must have been named the primary before.
make_writable() {
  primary_sql "$1" | sql "$1" || die "$1 could not be made the primary; ./commonplace promote tries again"
}

# The primary waits for replicas only if one is known to have everything; otherwise it begins alone.
primary_sql() {
  cat <<SQL
STOP REPLICA;
RESET REPLICA ALL;
SET GLOBAL rpl_semi_sync_slave_enabled = OFF;
SET GLOBAL rpl_semi_sync_master_enabled = $(if is_in_sync "$1"; then echo ON; else echo OFF; fi);
SET GLOBAL read_only = 0;
SQL
}

# database_role PART SEQUENCE: prints, for `status`, the role and the state of the replication. SEQUENCE is the primary's last
# transaction: a replica that hangs still reports that it runs, but it lags behind that.
database_role() {
  local answer behind="CAST(${2:-0} AS SIGNED) - SUBSTRING_INDEX(@@global.gtid_binlog_pos, '-', -1)"
  answer=$(sql_patience=5 sql "$1" <<SQL 2>/dev/null
SELECT CASE WHEN @@read_only = 0 THEN CONCAT('primary',
    IF((SELECT variable_value FROM information_schema.global_status
        WHERE variable_name = 'RPL_SEMI_SYNC_MASTER_STATUS') = 'ON', '', ' (alone)'))
  WHEN (SELECT variable_value FROM information_schema.global_status
        WHERE variable_name = 'SLAVE_RUNNING') = 'ON' THEN IF($behind > 50, CONCAT('replica (', $behind, ' behind)'), 'replica')
  ELSE 'replica (stopped)' END;
SQL
) || answer='?'
  echo "$answer"
}

follows_primary() {
  inspect_database "$1" || die "$1 does not answer; try again"
  [ "${fact[$1 Master_Port]:-}" = "$(port_of "$(primary_name)")" ] && [ ! -e "$COMMONPLACE_DATA/$1/incomplete" ] &&
    [ "${fact[$1 Last_IO_Errno]}" != 1236 ]
}

# The beginning of the commands that change databases.
begin_database_work() {
  load_settings
  load_secrets
  require_supervisor
  lock_cluster
}
