# Makes the accounts and the replication at first start, and says who is the primary.
# shellcheck shell=bash

# sql PART [OPTIONS]: statements on standard input, as the server's administrator by its socket.
sql() {
  local part=$1
  shift
  "$COMMONPLACE_DATA/image/mariadb/bin/mariadb" --no-defaults --socket="$COMMONPLACE_DATA/run/$part.sock" \
    --user="$(id -un)" --skip-ssl --connect-timeout=3 --batch --skip-column-names "$@"
}

database_answers() { sql "$1" <<<'SELECT 1' >/dev/null 2>&1; }

primary() { cat "$COMMONPLACE_DATA/primary"; }

choose_primary() { [ -f "$COMMONPLACE_DATA/primary" ] || echo database-1 >"$COMMONPLACE_DATA/primary"; }

# Both servers start empty and hold everything since their first transaction, so the replica
# needs no copy: it follows by id from the beginning.
provision_databases() {
  local mark=$COMMONPLACE_DATA/provisioned replica
  [ ! -e "$mark" ] || return 0
  replica=$(other_database)
  sed -e "s/@DB_APP_PASSWORD@/$DB_APP_PASSWORD/; s/@DB_SCHEMA_PASSWORD@/$DB_SCHEMA_PASSWORD/" \
    -e "s/@DB_REPLICATION_PASSWORD@/$DB_REPLICATION_PASSWORD/" "$COMMONPLACE_HOME/database/accounts.sql" |
    sql "$(primary)" || die 'the accounts of the database could not be made'
  # Without TLS: everything is on loopback.
  sql "$replica" <<SQL || die 'the replication could not be started'
STOP REPLICA;
CHANGE MASTER TO MASTER_HOST = '127.0.0.1', MASTER_PORT = $(port_of "$(primary)"), MASTER_USER = 'repl',
  MASTER_PASSWORD = '$DB_REPLICATION_PASSWORD', MASTER_USE_GTID = slave_pos, MASTER_SSL = 0,
  MASTER_CONNECT_RETRY = 1, MASTER_HEARTBEAT_PERIOD = 2;
START REPLICA;
SQL
  touch "$mark"
  say 'The databases have their accounts and replicate'
}

other_database() { case $(primary) in database-1) echo database-2 ;; *) echo database-1 ;; esac; }

# For `status`: the role, and how the replication goes.
database_role() {
  local answer
  answer=$(sql "$1" <<'SQL' 2>/dev/null
SELECT CASE WHEN @@read_only = 0 THEN CONCAT('primary',
    IF((SELECT variable_value FROM information_schema.global_status
        WHERE variable_name = 'RPL_SEMI_SYNC_MASTER_STATUS') = 'ON', '', ' (alone)'))
  WHEN (SELECT variable_value FROM information_schema.global_status
        WHERE variable_name = 'SLAVE_RUNNING') = 'ON' THEN 'replica'
  ELSE 'replica (stopped)' END;
SQL
) || answer='?'
  echo "$answer"
}
