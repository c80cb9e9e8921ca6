# restore DIR [--to TIME]: restores a backup into this cluster. The clones are stopped meanwhile, and start with empty caches.
# shellcheck shell=bash

command_restore() {
  local dir to=${options[--to]} goal segments restored_clones
  dir=$(realpath -m "$1")
  [ -f "$dir/manifest" ] || die "there is no backup in $dir; it would have a file named manifest"
  # After an interrupted restore, and a restart of the machine. The clones wait until the restore has ended.
  if [ -e "$COMMONPLACE_DATA/restoring" ] && ! supervisor_runs; then
    load_settings
    write_supervisor_conf
    supervisor_start
    wait_until_healthy 120 "$(primary_name)"
  fi
  begin_database_work
  check_backup
  choose_goal
  confirm_restore
  save_used_numbers
  # Nothing else may start until the restore has ended: `up` and the clones look for this file.
  echo "$dir${to:+ --to \"$to\"}" >"$COMMONPLACE_DATA/restoring"
  trap 'say "The restore was interrupted, and the clones are down; repeat it: ./commonplace restore $(cat "$COMMONPLACE_DATA/restoring")" >&2' EXIT
  mapfile -t restored_clones < <(driver_clones)
  say 'Stopping the clones'
  driver_stop "${restored_clones[@]}" watcher
  restore_primary
  replay_binlogs "$position" "$goal" "${segments[@]}"
  begin_new_history
  restore_replicas
  trap - EXIT
  rm -f "$COMMONPLACE_DATA/restoring"
  say 'Starting the clones'
  start_again watcher "${restored_clones[@]}"
  say "The cluster is as it was at ${to:-$until_at} UTC; everybody has to sign in again"
}

# The functions below share dir, to, goal and segments of command_restore.

check_backup() {
  read_manifest "$dir"
  say "Checking the backup in $dir"
  (cd "$dir" && sha256sum --check --quiet SHA256SUMS) >&2 || die "the backup in $dir is damaged, see above; nothing was changed"
}

# Sets goal, the position to reach, and segments, the directories with the binlogs.
choose_goal() {
  local files
  mapfile -t segments < <(find "$dir/binlogs" -mindepth 1 -maxdepth 1 -type d ! -name '*.new' | sort)
  goal=$until
  [ -n "$to" ] || return 0
  date -u -d "$to" >/dev/null 2>&1 && [[ $to =~ ^[0-9]{4}-[0-9]{2}-[0-9]{2}\ [0-9]{2}:[0-9]{2}:[0-9]{2}$ ]] ||
    die "a time is written like '2026-03-01 17:30:00' (UTC), not '$to'"
  [[ ! $to < $made_at ]] || die "the backup begins at $made_at UTC; an older one is needed"
  [[ ! $to > $until_at ]] ||
    die "the backup ends at $until_at UTC. If the cluster still has what came later, ./commonplace backup $dir adds it"
  mapfile -t files < <(find "${segments[@]}" -type f | sort)
  goal=$(python3 "$COMMONPLACE_HOME/database/binlog.py" until "$(date -u -d "$to UTC" +%s)" "${files[@]}")
  [ -n "$goal" ] && [ "$(sequence_of "$goal")" -gt "$(sequence_of "$position")" ] || goal=$position
}

confirm_restore() {
  local answer
  say "All pages, people and files of $COMMONPLACE_DATA will be replaced by those of ${to:-$until_at} UTC."
  say "The current data of $(primary_name) stays in $COMMONPLACE_DATA/$(primary_name); the replicas are rebuilt."
  [ -n "${options[--yes]}" ] && return
  read -r -p 'Type yes: ' answer || true
  [ "${answer:-}" = yes ] || die 'nothing was changed; answer yes, or add --yes'
}

# The positions and identifiers that were used so far. None of them may be used again with another meaning, because browsers,
# caches and older backups remember them.
save_used_numbers() {
  local file=$COMMONPLACE_DATA/restoring.used
  [ ! -e "$file" ] || return 0
  sql "$(primary_name)" <<'SQL' >"$file.new" 2>/dev/null || die "$(primary_name) does not answer; start it (./commonplace up), or promote another one first"
SELECT CONCAT_WS(' ', SUBSTRING_INDEX(@@global.gtid_binlog_pos, '-', -1) + 0, (SELECT MAX(next_value) FROM commonplace.id_block));
SQL
  mv "$file.new" "$file"
}

restore_primary() {
  local part home
  part=$(primary_name)
  home=$COMMONPLACE_DATA/$part
  unmark_in_sync
  driver_stop "$part"
  if [ ! -e "$home/incomplete" ]; then
    mv "$home/data" "$home/before-restore-$(date -u +%Y%m%d-%H%M%S)"
    touch "$home/incomplete"
  fi
  rm -rf "$home/data"
  start_and_wait "$part"
  # No replica follows it yet, so it must not wait for one.
  sql "$part" <<<'SET GLOBAL rpl_semi_sync_master_enabled = OFF'
  run_step 'Loading the dump' "$COMMONPLACE_DATA/logs/restore.log" load_dump "$part"
}

load_dump() {
  set -o pipefail
  zcat "$dir/base.sql.gz" | sql_patience=86400 sql "$1" --init-command='SET SESSION sql_log_bin = 0' || return
  begin_binlog "$1"
  make_accounts "$1"
}

# From here on no position and no identifier is used a second time. And all sessions are deleted: somebody who has signed out
# since the backup would be signed in again. (The backup may be older than the table of sessions.)
begin_new_history() {
  local part used_sequence used_id sequence used sessions=''
  part=$(primary_name)
  [ -z "$(sql "$part" <<<"SELECT 1 FROM information_schema.tables WHERE table_schema = 'commonplace' AND table_name = 'session_backup'")" ] ||
    sessions='DELETE FROM commonplace.session_backup;'
  read -r used_sequence used_id <"$COMMONPLACE_DATA/restoring.used"
  sequence=$(sequence_of "$(position_of "$part")")
  for used in "$used_sequence" "$(sequence_of "$until")"; do [ "$sequence" -gt "$used" ] || sequence=$used; done
  sql "$part" <<SQL || die "the new position could not be set; its log is $COMMONPLACE_DATA/logs/$part.log"
SET SESSION gtid_seq_no = $((sequence + 1000));
UPDATE commonplace.id_block SET next_value = GREATEST(next_value, ${used_id:-0}) + 1000000;
$sessions
SET GLOBAL rpl_semi_sync_master_enabled = ON;
SQL
  rm -f "$COMMONPLACE_DATA/$part/incomplete" "$COMMONPLACE_DATA/restoring.used"
  # Backups from before can't be continued (see cluster_id).
  utc_now >"$COMMONPLACE_DATA/restored"
}

restore_replicas() {
  local replica
  for replica in $(replica_names); do
    rebuild_replica "$replica" ''
    wait_until_replicating "$replica"
  done
}

# start_again WATCHER CLONE...
start_again() {
  local part
  for part in "$@"; do
    rm -f "$COMMONPLACE_DATA/run/$part.pid"
    driver_start "$part" &
  done
  wait
  wait_until_healthy 600 "$@"
  wait_until_routed "${@:2}"
}
