# Backups of a running cluster: a dump with its position, and the binlogs since, in a directory anywhere.
#   base.sql.gz                  the dump
#   binlogs/TIME-DATABASE/       one for each call: the closed binlogs that came since the last one
#   manifest                     name=value: what it is, from when to when
#   SHA256SUMS
# Accounts and their passwords are not in it: a restore makes those of the cluster that it restores into.
# shellcheck shell=bash

# backup DIR: makes a backup there; if there is one, adds what was written since.
backup() {
  local dir=$1 source
  load_settings
  load_secrets
  need_supervisor
  umask 077
  dir=$(realpath -m "$dir")
  # Not the cluster's lock: a long dump must not stand in the way of a promotion.
  exec 6>>"$COMMONPLACE_DATA/run/backup-lock"
  take_lock "$COMMONPLACE_DATA/run/backup-lock" 7 'another backup is at work'
  exec 7>&6 6>&-
  source=$(copy_source '')
  database_lives "$source" || die "$source does not answer; ./commonplace status"
  if [ -f "$dir/manifest" ]; then
    read_manifest "$dir"
    is_same_history "$source"
  else
    [ ! -d "$dir" ] || [ -z "$(ls -A "$dir")" ] || [ -e "$dir/incomplete" ] ||
      die "$dir holds something else; a backup needs a directory of its own"
    begin_backup
  fi
  add_binlogs
  (cd "$dir" && find . -type f ! -name 'SHA256SUMS*' -print0 | sort -z | xargs -0 sha256sum >SHA256SUMS.new && mv SHA256SUMS.new SHA256SUMS)
  say "The backup in $dir reaches from $made_at to $until_at ($(du -sh "$dir" | cut -f 1))"
}

begin_backup() {
  mkdir -p "$dir/binlogs"
  touch "$dir/incomplete"
  # Then the dump's position lies in a binlog that begins here.
  sql "$source" <<<'FLUSH BINARY LOGS'
  step "Dumping $source" "$COMMONPLACE_DATA/logs/backup.log" dump_to "$dir/base.sql.gz"
  made_at=$(utc_now) until_at=$made_at
  position=$(zcat "$dir/base.sql.gz" 2>/dev/null | tail -n 100 | sed -n "s/^SET GLOBAL gtid_slave_pos='\(.*\)';/\1/p")
  [ -n "$position" ] || die "the dump has no position; see $dir/base.sql.gz"
  until=$position
  write_manifest
  rm -f "$dir/incomplete"
}

dump_to() {
  set -o pipefail
  dump "$source" | gzip >"$1.new" && mv "$1.new" "$1"
}

# From the server's own directory, which is on this machine: closed files never change.
add_binlogs() {
  local now segment last files=() logs=$COMMONPLACE_DATA/$source/data
  now=$(utc_now)
  sql "$source" <<<'FLUSH BINARY LOGS'
  # All but the last, which is open.
  mapfile -t files < <(sed '$d' "$logs/binlog.index" | sed "s|^\./|$logs/|")
  mapfile -t files < <(python3 "$COMMONPLACE_HOME/database/binlog.py" since "$(sequence_of "$until")" "${files[@]}")
  [ ${#files[@]} -gt 0 ] || die "the binlogs of $source don't reach back to $until_at; begin a new backup in another directory"
  segment=$dir/binlogs/$(tr -d ' :-' <<<"$now")-$source
  mkdir -p "$segment.new"
  cp "${files[@]}" "$segment.new"
  mv "$segment.new" "$segment"
  last=$(python3 "$COMMONPLACE_HOME/database/binlog.py" last "${files[@]}")
  until=${last:-$until} until_at=$now
  write_manifest
}

# The position up to which it reaches must be in the server's past.
is_same_history() {
  local state
  state=$(sql "$1" <<<'SELECT @@global.gtid_binlog_state' | tr ',' '\n' | sed -n "s/^${until%-*}-//p")
  [ "$(sequence_of "$until")" -le "${state:-0}" ] && [ "$cluster" = "$(cluster_id)" ] ||
    die "the backup in $dir is of another cluster, or of a time before a restore; take another directory"
}

# The grid's name is made at random for each cluster; its hash tells two apart and betrays nothing. A restore
# begins a history of its own.
cluster_id() { { echo "$GRID_NAME"; cat "$COMMONPLACE_DATA/restored" 2>/dev/null || true; } | sha256sum | cut -c 1-16; }

write_manifest() {
  cat >"$dir/manifest.new" <<MANIFEST
format=1
cluster=${cluster:-$(cluster_id)}
made_at=$made_at
position=$position
until_at=$until_at
until=$until
MANIFEST
  mv "$dir/manifest.new" "$dir/manifest"
}

read_manifest() {
  local name value
  while IFS='=' read -r name value; do
    case $name in
      format) [ "$value" = 1 ] || die "the backup in $1 has a format that this version doesn't know: $value" ;;
      cluster | made_at | position | until_at | until) printf -v "$name" '%s' "$value" ;;
      *) die "$1/manifest: unknown line $name" ;;
    esac
  done <"$1/manifest"
}

utc_now() { date -u '+%F %T'; }
