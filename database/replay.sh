# Replays archived binlogs: a server of its own serves them for a while, and the restored primary follows it up
# to the position that is meant. Nothing but the database itself reads its logs, so positions stay what they
# were and no tool of another version is needed.
# shellcheck shell=bash

replay() {
  local part group=() segment last_number='' last_source='' number source
  part=$(primary)
  [ "$goal" != "$position" ] || return 0
  for segment in "${segments[@]}" ''; do
    source=${segment##*-database-}
    number=$(find "${segment:-/dev/null}" -name 'binlog.0*' | sed 's/.*binlog\.0*//' | sort -n | head -n 1)
    # One server serves what one server has written; a number that doesn't go on is another server's life.
    if [ -n "$last_source" ] && { [ "$source" != "$last_source" ] || [ "${number:-0}" -gt $((last_number + 1)) ] || [ "${number:-0}" -lt "$last_number" ]; }; then
      replay_group "${group[@]}"
      group=()
    fi
    [ -n "$segment" ] || break
    group+=("$segment")
    last_source=$source
    last_number=$(find "$segment" -name 'binlog.0*' | sed 's/.*binlog\.0*//' | sort -n | tail -n 1)
  done
  [ "$(sequence_of "$(position_of "$part")")" -ge "$(sequence_of "$goal")" ] ||
    die "the backup could be replayed to $(position_of "$part") only, and not to $goal"
}

# replay_group SEGMENT...
replay_group() {
  local last stop
  last=$(find "$@" -type f | sort -t . -k 2 | xargs python3 "$COMMONPLACE_HOME/database/binlog.py" last)
  [ -n "$last" ] && [ "$(sequence_of "$last")" -gt "$(sequence_of "$(position_of "$part")")" ] || return 0
  stop=$last
  [ "$(sequence_of "$last")" -lt "$(sequence_of "$goal")" ] || stop=$goal
  step 'Replaying what was written since' "$COMMONPLACE_DATA/logs/restore.log" serve_and_follow "$stop" "$@"
}

serve_and_follow() {
  local stop=$1 home=$COMMONPLACE_DATA/replay server=$COMMONPLACE_DATA/servers/mariadb result=0
  shift
  # What a restore that was killed has left.
  sql replay <<<SHUTDOWN 2>/dev/null && sleep 3
  rm -rf "$home"
  mkdir -p "$home/tmp"
  bash "$server/scripts/mariadb-install-db" --no-defaults --basedir="$server" --datadir="$home/data" --tmpdir="$home/tmp" \
    --user="$(id -un)" --auth-root-authentication-method=socket --auth-root-socket-user="$(id -un)" --skip-test-db --skip-name-resolve || return
  # Later segments hold the newer state of a file that both have.
  for segment in "$@"; do cp "$segment"/binlog.0* "$home/data/" || return; done
  (cd "$home/data" && printf './%s\n' binlog.0* >binlog.index)
  setpriv --pdeathsig TERM "$server/bin/mariadbd" --defaults-file="$COMMONPLACE_HOME/database/server.cnf" --basedir="$server" --datadir="$home/data" --tmpdir="$home/tmp" \
    --user="$(id -un)" --socket="$COMMONPLACE_DATA/run/replay.sock" --port="$(database_port 5)" --server-id=5 --innodb-buffer-pool-size=16M \
    >"$COMMONPLACE_DATA/logs/replay.log" 2>&1 9>&- &
  replaying=$!
  # However this ends; it is a process of its own (see step).
  trap 'kill "$replaying" 2>/dev/null; wait "$replaying"; rm -rf "$COMMONPLACE_DATA/replay"' EXIT
  for _ in {1..240}; do database_answers replay && break; kill -0 "$replaying" || return; sleep 0.5; done
  sql replay --init-command='SET SESSION sql_log_bin = 0' <<SQL || return
CREATE USER repl@'127.0.0.1' IDENTIFIED BY '$DB_REPLICATION_PASSWORD';
GRANT REPLICATION REPLICA ON *.* TO repl@'127.0.0.1';
SQL
  # A server skips what it has written itself, so it takes another number for as long as it replays.
  sql "$part" <<SQL || return
SET GLOBAL server_id = 6;
CHANGE MASTER TO MASTER_HOST = '127.0.0.1', MASTER_PORT = $(database_port 5), MASTER_USER = 'repl',
  MASTER_PASSWORD = '$DB_REPLICATION_PASSWORD', MASTER_USE_GTID = slave_pos, MASTER_SSL = 0;
START REPLICA UNTIL master_gtid_pos = '$stop';
SQL
  await_stop || result=1
  sql "$part" <<<"STOP REPLICA; RESET REPLICA ALL; SET GLOBAL server_id = ${part#database-};" || return
  return $result
}

# Until the part that applies has stopped where it should; as long as it moves.
await_stop() {
  local now='' last='' stuck=0
  while true; do
    # A server that is busy may be late with one answer.
    if look_at "$part"; then
      now=${fact[$part Applied]}
      echo "at $now of $stop"
      [ "${fact[$part Slave_SQL_Running]}" = Yes ] && [ "${fact[$part Last_IO_Errno]}" = 0 ] || break
    fi
    if [ "$now" = "$last" ]; then stuck=$((stuck + 1)); else stuck=0; fi
    last=$now
    [ "$stuck" -lt 120 ] || break
    sleep 0.5
  done
  [ "$(sequence_of "$(position_of "$part")")" -ge "$(sequence_of "$stop")" ] && return
  echo "Stopped at $(position_of "$part"): $(replication_of "$part" Last_IO_Error) $(replication_of "$part" Last_SQL_Error)"
  return 1
}
