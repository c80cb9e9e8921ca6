# Talking to the databases: who is the primary, who has which transactions, who follows whom.
# shellcheck shell=bash

# A client fills 80 MB of tables of collations when it starts, which is most of what its start costs. By large
# pages (glibc's manual, Memory Allocation Tunables) all of it takes a fifth of the time.
large_pages=glibc.malloc.hugetlb=1:glibc.malloc.mmap_threshold=200000000:glibc.malloc.top_pad=67108864

# sql PART [OPTIONS]: statements on standard input, as the server's administrator by its socket. A
# frozen server lets in and answers nothing: nobody waits for it for longer than sql_patience seconds. The client
# ends with who asks, though that one be killed.
sql() {
  local part=$1
  shift
  GLIBC_TUNABLES=$large_pages setpriv --pdeathsig TERM timeout "${sql_patience:-20}" "$COMMONPLACE_DATA/servers/mariadb/bin/mariadb" --no-defaults \
    --socket="$COMMONPLACE_DATA/run/$part.sock" --user="$(id -un)" --skip-ssl --connect-timeout=3 \
    --batch --skip-column-names "$@"
}

# database_answers PART [SECONDS]
database_answers() { sql_patience=${2:-3} sql "$1" <<<'SELECT 1' >/dev/null 2>&1; }

# Whether it answers within ten seconds: it may be busy, or being started; and on a machine that is busy the
# client itself takes seconds.
database_lives() {
  local patience
  for patience in 2 2 6; do
    ! database_answers "$1" "$patience" || return 0
    [ "$patience" = 6 ] || sleep 0.5
  done
  return 1
}

# What mends comes before the load that waits for it: on a machine that is busy all over, each client would take
# many seconds to start. Only root may; others do without.
hurry() { renice -n -10 -p "$BASHPID" >/dev/null 2>&1 || true; }

# A copy is work that may take its time, also within a command that is in a hurry.
take_time() { renice -n 0 -p "$BASHPID" >/dev/null 2>&1 || true; }

takes_writes() { [ "$(sql_patience=5 sql "$1" <<<'SELECT @@read_only' 2>/dev/null)" = 0 ]; }

# The file names the primary, for the servers that start and for everybody who asks.
primary() { cat "$COMMONPLACE_DATA/primary"; }

replicas() { databases | grep -vxF "$(primary)"; }

choose_primary() { [ -f "$COMMONPLACE_DATA/primary" ] || name_primary database-1; }

# A half-written name would be no name: the file is replaced as a whole, and on the disk before
# anybody acts on it.
name_primary() {
  echo "$1" >"$COMMONPLACE_DATA/primary.new"
  sync "$COMMONPLACE_DATA/primary.new"
  mv "$COMMONPLACE_DATA/primary.new" "$COMMONPLACE_DATA/primary"
  sync "$COMMONPLACE_DATA"
}

# The file in-sync names a primary of which every acknowledged commit is on a replica, too. The
# watcher keeps it (see watch): it is gone before a primary may go on alone, and its time is when a
# replica was last seen to have everything.
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

# What a server has written, or applied.
position_of() { sql "$1" <<<'SELECT @@global.gtid_binlog_pos'; }

# applies PART POSITION SECONDS: whether it has applied the position by then.
applies() { [ "$(sql_patience=$(($3 + 5)) sql "$1" <<<"SELECT MASTER_GTID_WAIT('$2', $3)")" = 0 ]; }

# replication_of PART FIELD: the whole line of SHOW REPLICA STATUS after the field's name.
replication_of() {
  sql "$1" --vertical --column-names <<<'SHOW REPLICA STATUS' | sed -n "s/^ *$2: *//p"
}

# Whether everything that a server has is part of the primary's history: the primary knows the last
# sequence that it has of each server.
is_contained() {
  local position state known
  position=$(position_of "$1") || die "$1 does not answer; try again"
  [ -n "$position" ] || return 0
  state=$(sql "$(primary)" <<<'SELECT @@global.gtid_binlog_state') || die "$(primary) does not answer; try again"
  known=$(tr ',' '\n' <<<"$state" | sed -n "s/^${position%-*}-//p")
  [ "$(sequence_of "$position")" -le "${known:-0}" ]
}

# look_at PART: asks for everything at once (a client costs a tenth of a second of processor time), and keeps it
# in fact[PART FIELD]: what SHOW REPLICA STATUS shows, and Applied, Received, Read_only, Started. False, and
# no facts, if the server does not answer.
declare -A fact=()
look_at() {
  local part=$1 line name value answers now
  for name in "${!fact[@]}"; do [[ $name != "$part "* ]] || unset "fact[$name]"; done
  now=$(date +%s)
  answers=$(sql_patience=${look_patience:-10} sql "$part" --vertical --column-names 2>/dev/null <<'SQL'
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
  # The sequence of the last transaction that it has, applied or only received.
  value=$(sequence_of "${fact[$part Gtid_IO_Pos]:-}")
  now=$(sequence_of "${fact[$part Applied]}")
  fact[$part Received]=$((${value:-0} > ${now:-0} ? ${value:-0} : ${now:-0}))
}

# ---- Roles --------------------------------------------------------------------------------------

# follow REPLICA: the primary, from where it is itself; whatever it was before.
follow() {
  as_replica | sql "$1" || die "the replication of $1 could not be started; its log is $COMMONPLACE_DATA/logs/$1.log"
}

# What a server has stands in its binlog, and only there if it was the primary.
as_replica() {
  cat <<SQL
SET GLOBAL read_only = 1;
SET GLOBAL rpl_semi_sync_master_enabled = OFF;
SET GLOBAL rpl_semi_sync_slave_enabled = ON;
STOP REPLICA;
SET GLOBAL gtid_slave_pos = @@global.gtid_binlog_pos;
CHANGE MASTER TO MASTER_HOST = '127.0.0.1', MASTER_PORT = $(port_of "$(primary)"), MASTER_USER = 'repl',
  MASTER_PASSWORD = '$DB_REPLICATION_PASSWORD', MASTER_USE_GTID = slave_pos, $(encrypted),
  MASTER_CONNECT_RETRY = 1, MASTER_HEARTBEAT_PERIOD = 2;
START REPLICA;
SQL
}

encrypted() { if [ "$tls" = on ]; then echo "MASTER_SSL = 1, MASTER_SSL_CA = '$COMMONPLACE_DATA/tls/ca.pem'"; else echo 'MASTER_SSL = 0'; fi; }

# The other way round; the server must have been named the primary before.
take_writes() {
  as_primary "$1" | sql "$1" || die "$1 could not be made the primary; ./commonplace promote tries again"
}

# It waits for replicas if one is known to have everything; otherwise it begins alone.
as_primary() {
  cat <<SQL
STOP REPLICA;
RESET REPLICA ALL;
SET GLOBAL rpl_semi_sync_slave_enabled = OFF;
SET GLOBAL rpl_semi_sync_master_enabled = $(if is_in_sync "$1"; then echo ON; else echo OFF; fi);
SET GLOBAL read_only = 0;
SQL
}

# database_role PART SEQUENCE: for `status`, the role, and how the replication goes. A replica that hangs runs all the
# same; it is told by what it lacks of the primary's last transaction.
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
