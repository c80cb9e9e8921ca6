# The watcher's look at the disk under the databases. A server whose disk is full waits, and may not notice when there is
# room again: so nothing is saved any more before that, by a mark that the clones read with every look at the primary.
# shellcheck shell=bash

disk_teller='' disk_told_at=-30

# Never over the session by which the watcher looks at the primary: a commit waits for a replica, and it is the watcher that
# decides whether to go on without one. One teller at a time, with four seconds.
watch_disk() {
  local told full pause=30
  ! kill -0 "${disk_teller:-none}" 2>/dev/null || return 0
  told=$(disk_told)
  full=$(disk_nearly_full "${told:-0}") || return 0
  # Now and then also what hasn't changed: the row may have come from a backup.
  [ "$full" = "$told" ] || pause=2
  [ $((SECONDS - disk_told_at)) -ge "$pause" ] || return 0
  disk_told_at=$SECONDS
  (trap - EXIT TERM INT; tell_disk "$primary" "$full" "$told") 2>/dev/null 9>&- &
  disk_teller=$!
}

# What the primary was told last.
disk_told() { cat "$COMMONPLACE_DATA/run/disk-told" 2>/dev/null || true; }

# tell_disk PRIMARY FULL TOLD: an error before a clone of this version has made the table. The administrator may write to a
# server that has just become a replica: never then.
tell_disk() {
  sql_patience=4 sql "$1" <<SQL || return 0
INSERT INTO commonplace.server_disk SELECT 'data', $2 FROM DUAL WHERE @@global.read_only = 0
  ON DUPLICATE KEY UPDATE nearly_full = VALUES(nearly_full);
SQL
  echo "$2" >"$COMMONPLACE_DATA/run/disk-told"
  [ "$2" = "$3" ] || echo "The disk has $(disk_free) MB left, $(megabytes "$disk_reserve") MB are kept in reserve: $([ "$2" = 1 ] && echo nothing || echo everything) can be saved"
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
