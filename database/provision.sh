# Makes the accounts and the replication at first start, and says who is the primary.
# shellcheck shell=bash

# sql PART [OPTIONS]: statements on standard input, as the server's administrator by its socket. A
# frozen server lets in and answers nothing: nobody waits for it for longer than sql_patience seconds.
sql() {
  local part=$1
  shift
  timeout "${sql_patience:-20}" "$COMMONPLACE_DATA/image/mariadb/bin/mariadb" --no-defaults --socket="$COMMONPLACE_DATA/run/$part.sock" \
    --user="$(id -un)" --skip-ssl --connect-timeout=3 --batch --skip-column-names "$@"
}

database_answers() { sql_patience=3 sql "$1" <<<'SELECT 1' >/dev/null 2>&1; }

primary() { cat "$COMMONPLACE_DATA/primary"; }

choose_primary() { [ -f "$COMMONPLACE_DATA/primary" ] || echo database-1 >"$COMMONPLACE_DATA/primary"; }

replicas() { databases | grep -vxF "$(primary)"; }

# All servers start empty and hold everything since their first transaction, so the replicas need
# no copy: they follow by id from the beginning.
provision_databases() {
  local mark=$COMMONPLACE_DATA/provisioned replica
  if [ ! -e "$mark" ]; then
    sed -e "s/@DB_APP_PASSWORD@/$DB_APP_PASSWORD/; s/@DB_SCHEMA_PASSWORD@/$DB_SCHEMA_PASSWORD/" \
      -e "s/@DB_REPLICATION_PASSWORD@/$DB_REPLICATION_PASSWORD/" "$COMMONPLACE_HOME/database/accounts.sql" |
      sql "$(primary)" || die 'the accounts of the database could not be made'
    for replica in $(replicas); do follow "$replica"; done
    touch "$mark"
    say 'The databases have their accounts and replicate'
    return
  fi
  # A replica may have missed a promotion, or a change of the ports.
  for replica in $(replicas); do
    [ "$(followed_port "$replica")" = "$(port_of "$(primary)")" ] || follow "$replica"
  done
}

# follow REPLICA: from the primary, at the position that it has.
follow() {
  # Without TLS: everything is on loopback.
  sql "$1" <<SQL || die "the replication of $1 could not be started; its log is $COMMONPLACE_DATA/logs/$1.log"
STOP REPLICA;
CHANGE MASTER TO MASTER_HOST = '127.0.0.1', MASTER_PORT = $(port_of "$(primary)"), MASTER_USER = 'repl',
  MASTER_PASSWORD = '$DB_REPLICATION_PASSWORD', MASTER_USE_GTID = slave_pos, MASTER_SSL = 0,
  MASTER_CONNECT_RETRY = 1, MASTER_HEARTBEAT_PERIOD = 2;
START REPLICA;
SQL
}

followed_port() { sql "$1" --vertical --column-names <<<'SHOW REPLICA STATUS' | awk '$1 == "Master_Port:" { print $2 }'; }

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
