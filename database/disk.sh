# The watcher's look at the disk under the databases. A server whose disk is full waits, and may not notice when there is
# room again: so nothing is saved any more before that, by a mark that the clones read with every look at the primary.
# shellcheck shell=bash

disk_told='' disk_told_at=0 disk_table=''

watch_disk() {
  local full
  full=$(disk_nearly_full "${disk_told:-0}") || return 0
  # Now and then also what hasn't changed: the row may have come from a backup.
  [ "$full" != "$disk_told" ] || [ $((SECONDS - disk_told_at)) -ge 30 ] || return 0
  [ -n "$disk_table" ] || has_disk_table || return 0
  # The administrator may write to a server that has just become a replica: never then.
  ask "$primary" "INSERT INTO commonplace.server_disk SELECT 'data', $full FROM DUAL WHERE @@global.read_only = 0
    ON DUPLICATE KEY UPDATE nearly_full = VALUES(nearly_full);" || return 0
  [ "$full" = "$disk_told" ] || echo "The disk has $(disk_free) MB left, $(megabytes "$disk_reserve") MB are kept in reserve: $([ "$full" = 1 ] && echo nothing || echo everything) can be saved"
  disk_told=$full disk_told_at=$SECONDS
}

# A clone of this version makes it when it starts.
has_disk_table() {
  ask "$primary" "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = 'commonplace' AND table_name = 'server_disk';" || return
  [ "$answer" = 1 ] && disk_table=1
}

# disk_nearly_full WAS: 1 or 0. It begins below the reserve and ends a fifth above, or it would come and go.
disk_nearly_full() {
  local free reserve
  free=$(disk_free) || return
  reserve=$(megabytes "$disk_reserve")
  if [ "$free" -lt "$reserve" ]; then
    echo 1
  elif [ "$free" -ge $((reserve + reserve / 5)) ]; then
    echo 0
  else
    echo "$1"
  fi
}

# The megabytes that are free, of several disks those of the fullest.
disk_free() {
  local free
  free=$(df --output=avail -BM "$COMMONPLACE_DATA"/database-*/data 2>/dev/null | tr -dc '0-9\n' | grep . | sort -n | head -n 1)
  [ -n "$free" ] && echo "$free"
}

# megabytes SIZE: of a size like 512m or 1g.
megabytes() { case $1 in *[gG]) echo $((${1%?} * 1024)) ;; *) echo "${1%?}" ;; esac; }
