# Replays archived binlogs: a temporary server serves them, and the restored primary replicates from it up to the wanted
# position. So only the database reads its own logs, the positions stay the same, and no tool of another version is needed.
# Provides: replay_binlogs
# shellcheck shell=bash

# replay_binlogs POSITION GOAL SEGMENT...: from the position to the goal.
replay_binlogs() {
  local part goal=$2 group=() segment last_number='' last_source='' number source
  part=$(primary_name)
  [ "$goal" != "$1" ] || return 0
  for segment in "${@:3}" ''; do
    source=${segment##*-database-}
    number=$(find "${segment:-/dev/null}" -name 'binlog.0*' | sed 's/.*binlog\.0*//' | sort -n | head -n 1)
    # The temporary server can serve binlogs of one server in one sequence only. A gap in the numbers means that the server
    # was rebuilt meanwhile.
    if [ -n "$last_source" ] && { [ "$source" != "$last_source" ] || [ "${number:-0}" -gt $((last_number + 1)) ] || [ "${number:-0}" -lt "$last_number" ]; }; then
      replay_group "$part" "$goal" "${group[@]}"
      group=()
    fi
    [ -n "$segment" ] || break
    group+=("$segment")
    last_source=$source
    last_number=$(find "$segment" -name 'binlog.0*' | sed 's/.*binlog\.0*//' | sort -n | tail -n 1)
  done
  [ "$(sequence_of "$(position_of "$part")")" -ge "$(sequence_of "$goal")" ] ||
    die "the backup could be replayed only to $(position_of "$part"), and not to $goal"
}

# replay_group PRIMARY GOAL SEGMENT...
replay_group() {
  local last stop
  last=$(find "${@:3}" -type f | sort -t . -k 2 | xargs python3 "$COMMONPLACE_HOME/database/binlog.py" last)
  [ -n "$last" ] && [ "$(sequence_of "$last")" -gt "$(sequence_of "$(position_of "$1")")" ] || return 0
  stop=$last
  [ "$(sequence_of "$last")" -lt "$(sequence_of "$2")" ] || stop=$2
  run_step 'Replaying what was written since' "$COMMONPLACE_DATA/logs/restore.log" serve_and_follow "$1" "$stop" "${@:3}"
}

# serve_and_follow PRIMARY STOP SEGMENT...
serve_and_follow() {
  local part=$1 stop=$2 home=$COMMONPLACE_DATA/replay server=$COMMONPLACE_DATA/servers/mariadb segment result=0
  shift 2
  # The server of a restore that was killed.
  sql replay <<<SHUTDOWN 2>/dev/null && sleep 3
  rm -rf "$home"
  mkdir -p "$home/tmp"
  bash "$server/scripts/mariadb-install-db" --no-defaults --basedir="$server" --datadir="$home/data" --tmpdir="$home/tmp" \
    --user="$(id -un)" --auth-root-authentication-method=socket --auth-root-socket-user="$(id -un)" --skip-test-db --skip-name-resolve || return
  # In this order: of a file that is in two segments, the later one has more.
  for segment in "$@"; do cp "$segment"/binlog.0* "$home/data/" || return; done
  (cd "$home/data" && printf './%s\n' binlog.0* >binlog.index)
  setpriv --pdeathsig TERM "$server/bin/mariadbd" --defaults-file="$COMMONPLACE_HOME/database/server.cnf" --basedir="$server" --datadir="$home/data" --tmpdir="$home/tmp" \
    --user="$(id -un)" --socket="$COMMONPLACE_DATA/run/replay.sock" --port="$(database_port 5)" --server-id=5 --innodb-buffer-pool-size=16M \
    >"$COMMONPLACE_DATA/logs/replay.log" 2>&1 9>&- &
  replay_server=$!
  # run_step has made this a process of its own.
  trap 'kill "$replay_server" 2>/dev/null; wait "$replay_server"; rm -rf "$COMMONPLACE_DATA/replay"' EXIT
  for _ in {1..240}; do database_answers replay && break; kill -0 "$replay_server" || return; sleep 0.5; done
  sql replay --init-command='SET SESSION sql_log_bin = 0' <<SQL || return
CREATE USER repl@'127.0.0.1' IDENTIFIED BY '$DB_REPLICATION_PASSWORD';
GRANT REPLICATION REPLICA ON *.* TO repl@'127.0.0.1';
SQL
  # A server skips transactions with its own server id, so it gets another one as long as it replays.
  sql "$part" <<SQL || return
SET GLOBAL server_id = 6;
CHANGE MASTER TO MASTER_HOST = '127.0.0.1', MASTER_PORT = $(database_port 5), MASTER_USER = 'repl',
  MASTER_PASSWORD = '$DB_REPLICATION_PASSWORD', MASTER_USE_GTID = slave_pos, MASTER_SSL = 0;
START REPLICA UNTIL master_gtid_pos = '$stop';
SQL
  wait_for_replay "$part" "$stop" || result=1
  sql "$part" <<<"STOP REPLICA; RESET REPLICA ALL; SET GLOBAL server_id = ${part#database-};" || return
  return $result
}

# wait_for_replay PRIMARY STOP: until the replication has stopped there; it may take any time as long as it makes progress.
wait_for_replay() {
  local now='' last='' stuck=0
  while true; do
    # A busy server may miss one look.
    if inspect_database "$1"; then
      now=${fact[$1 Applied]}
      echo "at $now of $2"
      [ "${fact[$1 Slave_SQL_Running]}" = Yes ] && [ "${fact[$1 Last_IO_Errno]}" = 0 ] || break
    fi
    if [ "$now" = "$last" ]; then stuck=$((stuck + 1)); else stuck=0; fi
    last=$now
    [ "$stuck" -lt 120 ] || break
    sleep 0.5
  done
  [ "$(sequence_of "$(position_of "$1")")" -ge "$(sequence_of "$2")" ] && return
  echo "Stopped at $(position_of "$1"): $(replication_field "$1" Last_IO_Error) $(replication_field "$1" Last_SQL_Error)"
  return 1
}
