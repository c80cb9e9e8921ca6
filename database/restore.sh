# Brings a backup back into this cluster.
# shellcheck shell=bash

# restore DIR TO YES: the clones are stopped meanwhile; all of them start with empty memories.
restore() {
  local dir=$1 to=$2 yes=$3 goal clones_then
  dir=$(realpath -m "$dir")
  [ -f "$dir/manifest" ] || die "there is no backup in $dir"
  # After one that was interrupted, and a machine that went down: the clones wait for the end of this one.
  if [ -e "$COMMONPLACE_DATA/restoring" ] && ! supervisor_runs; then
    load_settings
    write_supervisor_conf
    start_supervised
    wait_for 120 "$(primary)"
  fi
  work_on_databases
  check_backup
  choose_goal
  confirm_restore
  remember_history
  # Until it is done nothing else may start: `up` and the clones look for this.
  echo "$dir${to:+ --to \"$to\"}" >"$COMMONPLACE_DATA/restoring"
  trap 'say "The restore has not ended, and the clones stand still; once more: ./commonplace restore $(cat "$COMMONPLACE_DATA/restoring")" >&2' EXIT
  mapfile -t clones_then < <(parts | grep '^clone-')
  say 'Stopping the clones'
  stop_parts "${clones_then[@]}" watcher
  restore_primary
  replay
  part_histories
  restore_replicas
  trap - EXIT
  rm -f "$COMMONPLACE_DATA/restoring"
  say 'Starting the clones'
  start_parts_again watcher "${clones_then[@]}"
  say "The cluster is as it was at ${to:-$until_at} UTC; everybody signs in again"
}

check_backup() {
  read_manifest "$dir"
  say "Checking the backup in $dir"
  (cd "$dir" && sha256sum --check --quiet SHA256SUMS) >&2 || die "the backup in $dir is damaged, see above; nothing was changed"
}

# Sets goal, the position to reach, and segments, the directories with the binlogs on the way.
choose_goal() {
  local files
  mapfile -t segments < <(find "$dir/binlogs" -mindepth 1 -maxdepth 1 -type d ! -name '*.new' | sort)
  goal=$until
  [ -n "$to" ] || return 0
  date -u -d "$to" >/dev/null 2>&1 && [[ $to =~ ^[0-9]{4}-[0-9]{2}-[0-9]{2}\ [0-9]{2}:[0-9]{2}:[0-9]{2}$ ]] ||
    die "a moment is written like '2026-03-01 17:30:00' (UTC), not '$to'"
  [[ ! $to < $made_at ]] || die "the backup begins at $made_at UTC; an older one is needed"
  [[ ! $to > $until_at ]] ||
    die "the backup ends at $until_at UTC. If the cluster still has what came later, ./commonplace backup $dir adds it"
  mapfile -t files < <(find "${segments[@]}" -type f | sort)
  goal=$(python3 "$COMMONPLACE_HOME/database/binlog.py" until "$(date -u -d "$to UTC" +%s)" "${files[@]}")
  [ -n "$goal" ] && [ "$(sequence_of "$goal")" -gt "$(sequence_of "$position")" ] || goal=$position
}

confirm_restore() {
  local answer
  say "All pages, people and files of $COMMONPLACE_DATA are replaced by those of ${to:-$until_at} UTC."
  say "What $(primary) has now is kept in $COMMONPLACE_DATA/$(primary); the replicas are made anew."
  [ -n "$yes" ] && return
  read -r -p 'Type yes: ' answer || true
  [ "${answer:-}" = yes ] || die 'nothing was changed'
}

# What positions and identifiers were used: none of them may come again with another meaning, since
# browsers, caches and older backups remember them.
remember_history() {
  local file=$COMMONPLACE_DATA/restoring.used
  [ ! -e "$file" ] || return 0
  sql "$(primary)" <<'SQL' >"$file.new" 2>/dev/null || die "$(primary) does not answer; start it (./commonplace up), or promote another one first"
SELECT CONCAT_WS(' ', SUBSTRING_INDEX(@@global.gtid_binlog_pos, '-', -1) + 0, (SELECT MAX(next_value) FROM commonplace.id_block));
SQL
  mv "$file.new" "$file"
}

restore_primary() {
  local part home
  part=$(primary)
  home=$COMMONPLACE_DATA/$part
  unmark_in_sync
  stop_parts "$part"
  if [ ! -e "$home/incomplete" ]; then
    mv "$home/data" "$home/before-restore-$(date -u +%Y%m%d-%H%M%S)"
    touch "$home/incomplete"
  fi
  rm -rf "$home/data"
  start_part "$part"
  # Nobody follows it yet.
  sql "$part" <<<'SET GLOBAL rpl_semi_sync_master_enabled = OFF'
  step 'Loading the dump' "$COMMONPLACE_DATA/logs/restore.log" load_dump "$part"
}

load_dump() {
  set -o pipefail
  zcat "$dir/base.sql.gz" | sql_patience=86400 sql "$1" --init-command='SET SESSION sql_log_bin = 0' || return
  begin_binlog "$1"
  make_accounts "$1"
}

# From here on nothing has the same position or identifier as something that was there before the restore. And nobody
# is signed in: one who has signed out since the backup would be again. A backup may be older than the table.
part_histories() {
  local part used_sequence used_id sequence sessions=''
  part=$(primary)
  [ -z "$(sql "$part" <<<"SELECT 1 FROM information_schema.tables WHERE table_schema = 'commonplace' AND table_name = 'session_backup'")" ] ||
    sessions='DELETE FROM commonplace.session_backup;'
  read -r used_sequence used_id <"$COMMONPLACE_DATA/restoring.used"
  sequence=$(sequence_of "$(position_of "$part")")
  for used in "$used_sequence" "$(sequence_of "$until")"; do [ "$sequence" -gt "$used" ] || sequence=$used; done
  sql "$part" <<SQL || die 'the new history could not be begun'
SET SESSION gtid_seq_no = $((sequence + 1000));
UPDATE commonplace.id_block SET next_value = GREATEST(next_value, ${used_id:-0}) + 1000000;
$sessions
SET GLOBAL rpl_semi_sync_master_enabled = ON;
SQL
  rm -f "$COMMONPLACE_DATA/$part/incomplete" "$COMMONPLACE_DATA/restoring.used"
  # A backup of before can't be continued.
  utc_now >"$COMMONPLACE_DATA/restored"
}

restore_replicas() {
  local replica copied
  for replica in $(replicas); do
    make_anew "$replica" ''
    settle "$replica"
  done
}

start_parts_again() {
  local part
  for part in "$@"; do
    rm -f "$COMMONPLACE_DATA/run/$part.pid"
    supervisor start "$part" >/dev/null 2>&1 9>&- &
  done
  wait
  wait_for 600 "$@"
  wait_for_routing "${@:2}"
}
