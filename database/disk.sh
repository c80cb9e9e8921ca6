# The watcher's look at the disk under the databases. A server whose disk is full hangs, and may not notice when there is room
# again. So saving stops before that: the watcher writes to a table that the clones read with every look at the primary.
# Provides: watch_disk reset_disk_watch disk_nearly_full disk_free to_megabytes
# shellcheck shell=bash

disk_writer='' disk_written_at=-30

# For a new primary: its table may differ.
reset_disk_watch() { disk_written_at=-30; }

# watch_disk PRIMARY: writes in the background, for at most four seconds, and not over the session by which the watcher looks
# at the primary. A commit waits for a replica, and the watcher has to decide whether to go on without one.
watch_disk() {
  local written full pause=30
  ! kill -0 "${disk_writer:-none}" 2>/dev/null || return 0
  written=$(written_disk_state)
  full=$(disk_nearly_full "${written:-0}") || return 0
  # An unchanged state is written from time to time, too: the row may have come from a backup.
  [ "$full" = "$written" ] || pause=2
  [ $((SECONDS - disk_written_at)) -ge "$pause" ] || return 0
  disk_written_at=$SECONDS
  (trap - EXIT TERM INT; write_disk_state "$1" "$full" "$written") 2>/dev/null 9>&- &
  disk_writer=$!
}

written_disk_state() { cat "$COMMONPLACE_DATA/run/disk-state" 2>/dev/null || true; }

# write_disk_state PRIMARY FULL WRITTEN: fails as long as no clone of this version has made the table. The administrator's
# account may write to a read-only server; if it has just become a replica, it must not.
write_disk_state() {
  sql_patience=4 sql "$1" <<SQL || return 0
INSERT INTO commonplace.server_disk SELECT 'data', $2 FROM DUAL WHERE @@global.read_only = 0
  ON DUPLICATE KEY UPDATE nearly_full = VALUES(nearly_full);
SQL
  echo "$2" >"$COMMONPLACE_DATA/run/disk-state"
  [ "$2" = "$3" ] || echo "The disk has $(disk_free) MB left, the reserve is $(to_megabytes "$disk_reserve") MB: $([ "$2" = 1 ] && echo nothing || echo everything) can be saved"
}

# disk_nearly_full WAS: prints 1 or 0. 1 from below the reserve up to a fifth above it, so that it does not flap.
disk_nearly_full() {
  local free reserve
  free=$(disk_free) || return
  reserve=$(to_megabytes "$disk_reserve")
  if [ "$free" -lt "$reserve" ]; then
    echo 1
  elif [ "$free" -ge $((reserve + reserve / 5)) ]; then
    echo 0
  else
    echo "$1"
  fi
}

# Prints the free megabytes, of several disks those of the fullest.
disk_free() {
  local free
  free=$(df --output=avail -BM "$COMMONPLACE_DATA"/database-*/data 2>/dev/null | tr -dc '0-9\n' | grep . | sort -n | head -n 1)
  [ -n "$free" ] && echo "$free"
}

# to_megabytes SIZE: of a size like 512m or 1g.
to_megabytes() { case $1 in *[gG]) echo $((${1%?} * 1024)) ;; *) echo "${1%?}" ;; esac; }
