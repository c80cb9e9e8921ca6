# backup DIR: a dump of the running cluster with its position; called again, it adds the binlogs since. DIR holds:
#   base.sql.gz                  the dump
#   binlogs/TIME-DATABASE/       one for each call: the closed binlogs since the call before
#   manifest                     what it is, and from when to when it reaches (manifest.sh)
#   SHA256SUMS
# It has no accounts and passwords: a restore creates those of the cluster into which it restores.
# shellcheck shell=bash

command_backup() {
  local dir=$1 source
  load_settings
  load_secrets
  require_supervisor
  umask 077
  dir=$(realpath -m "$dir")
  # A lock of its own: a long dump must not block a promotion.
  exec 6>>"$COMMONPLACE_DATA/run/backup-lock"
  take_lock "$COMMONPLACE_DATA/run/backup-lock" 7 'another backup is running'
  exec 7>&6 6>&-
  source=$(copy_source '')
  database_alive "$source" || die "$source does not answer; ./commonplace status"
  if [ -f "$dir/manifest" ]; then
    read_manifest "$dir"
    check_same_history "$dir" "$source"
  else
    [ ! -d "$dir" ] || [ -z "$(ls -A "$dir")" ] || [ -e "$dir/incomplete" ] ||
      die "$dir holds something else; a backup needs a directory of its own"
    begin_backup "$dir" "$source"
  fi
  add_binlogs "$dir" "$source"
  (cd "$dir" && find . -type f ! -name 'SHA256SUMS*' -print0 | sort -z | xargs -0 sha256sum >SHA256SUMS.new && mv SHA256SUMS.new SHA256SUMS)
  say "The backup in $dir reaches from $made_at to $until_at ($(du -sh "$dir" | cut -f 1))"
}

# begin_backup DIR SOURCE
begin_backup() {
  local dir=$1 source=$2
  mkdir -p "$dir/binlogs"
  touch "$dir/incomplete"
  # The dump's position is then in a binlog that begins here.
  sql "$source" <<<'FLUSH BINARY LOGS'
  run_step "Dumping $source" "$COMMONPLACE_DATA/logs/backup.log" write_dump "$source" "$dir/base.sql.gz"
  made_at=$(utc_now) until_at=$made_at cluster=$(cluster_id)
  position=$(zcat "$dir/base.sql.gz" 2>/dev/null | tail -n 100 | sed -n "s/^SET GLOBAL gtid_slave_pos='\(.*\)';/\1/p")
  [ -n "$position" ] || die "the dump has no position; see $dir/base.sql.gz"
  until=$position
  write_manifest "$dir"
  rm -f "$dir/incomplete"
}

# write_dump SOURCE FILE
write_dump() {
  set -o pipefail
  dump_database "$1" | gzip >"$2.new" && mv "$2.new" "$2"
}

# add_binlogs DIR SOURCE: copies the closed binlogs from the server's own directory; a closed one never changes.
add_binlogs() {
  local dir=$1 source=$2 now segment last files=() logs=$COMMONPLACE_DATA/$2/data
  now=$(utc_now)
  sql "$source" <<<'FLUSH BINARY LOGS'
  # Without the last one, which is open.
  mapfile -t files < <(sed '$d' "$logs/binlog.index" | sed "s|^\./|$logs/|")
  mapfile -t files < <(python3 "$COMMONPLACE_HOME/database/binlog.py" since "$(sequence_of "$until")" "${files[@]}")
  [ ${#files[@]} -gt 0 ] || die "the binlogs of $source don't reach back to $until_at; begin a new backup in another directory"
  segment=$dir/binlogs/$(tr -d ' :-' <<<"$now")-$source
  mkdir -p "$segment.new"
  cp "${files[@]}" "$segment.new"
  mv "$segment.new" "$segment"
  last=$(python3 "$COMMONPLACE_HOME/database/binlog.py" last "${files[@]}")
  until=${last:-$until} until_at=$now
  write_manifest "$dir"
}

# check_same_history DIR SOURCE: the position at which the backup ends must be in the server's past.
check_same_history() {
  local state
  state=$(sql "$2" <<<'SELECT @@global.gtid_binlog_state' | tr ',' '\n' | sed -n "s/^${until%-*}-//p")
  [ "$(sequence_of "$until")" -le "${state:-0}" ] && [ "$cluster" = "$(cluster_id)" ] ||
    die "the backup in $1 is of another cluster, or of a time before a restore; use another directory"
}

# The data grid's name is random for each cluster; its hash tells two clusters apart and reveals nothing. A restore begins a
# history of its own.
cluster_id() { { echo "$GRID_NAME"; cat "$COMMONPLACE_DATA/restored" 2>/dev/null || true; } | sha256sum | cut -c 1-16; }
