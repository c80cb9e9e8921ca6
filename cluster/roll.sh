# Rolling out: another image under the clones, one after the other, while people work; and back by
# itself when it is no good. What has been begun stands in DIR/roll (what to, and what each clone came
# from), so that the next call can go on with it, or undo it, whatever became of this one.
#
# The same on one machine with a whole cluster and on a host with nothing but clones; how a clone is started,
# stopped, tried and let in stands in cluster/replacing.sh, and in payara-config/host.sh for the other.
# shellcheck shell=bash

# roll FILE: an image; without one, the newest build of this checkout.
roll() {
  local to
  roll_begins
  if [ -n "$1" ]; then
    to=$(unpack_image "$1")
  else
    build
    to=$(newest_image)
  fi
  roll_to "$to"
}

# Undoes a roll-out that was interrupted, or else the last one.
roll_back() {
  roll_begins
  if [ -e "$COMMONPLACE_DATA/roll" ]; then
    put_back
    return
  fi
  [ -e "$COMMONPLACE_DATA/roll.last" ] || die 'nothing was rolled out yet'
  roll_to "$(sed -n '/^to=/!{ s/.*=//p; q }' "$COMMONPLACE_DATA/roll.last")"
}

roll_to() {
  local to=$1 part reason
  take_up "$to"
  say "Rolling out $to"
  trap 'put_back; die "stopped by a signal"' INT TERM HUP
  warn_if_alone
  for part in $(clones_here); do
    if [ "$(image_of "$part")" = "$to" ] && is_up "$part" && [ "$(running_version "$part")" = "$(version_of "$part")" ]; then
      say "$part: has it already"
    elif ! reason=$(roll_one "$part" "$to" 3>&1 >&2); then
      say "$part is put back: $reason"
      put_back
      die "$to was not rolled out: $reason"
    fi
  done
  trap - INT TERM HUP
  mv "$COMMONPLACE_DATA/roll" "$COMMONPLACE_DATA/roll.last"
  delete_old_images
  say "All clones run $to; ./commonplace roll --back puts the former one back"
}

# take_up ID: begins the journal, or goes on by the one that is there.
take_up() {
  local journal=$COMMONPLACE_DATA/roll part
  if [ -e "$journal" ]; then
    grep -qx "to=$1" "$journal" || die "a roll-out of $(sed -n 's/^to=//p' "$journal") was interrupted; ./commonplace roll --back undoes it"
    say 'A roll-out of the same was interrupted: going on with it'
    return
  fi
  {
    echo "to=$1"
    for part in $(clones_here); do echo "$part=$(image_of "$part")"; done
  } >"$journal.new"
  mv "$journal.new" "$journal"
}

put_back() {
  local part before
  while IFS='=' read -r part before; do
    [ "$part" != to ] && { [ "$(image_of "$part")" != "$before" ] || ! is_up "$part"; } || continue
    (replace "$part" "$before" unjudged) || die "$part does not come back; its log: $(log_of "$part")"
    say "$part: runs $before again"
  done <"$COMMONPLACE_DATA/roll"
  rm "$COMMONPLACE_DATA/roll"
}

# roll_one PART ID: tells on 3 why it would not do.
roll_one() {
  local part=$1 usual=0
  # What an old clone takes is the measure; there is none where the first one can't be asked.
  ! is_up "$part" || usual=$(pace "$part" 2>/dev/null) || usual=0
  (replace "$part" "$2") || { echo 'it did not get ready, or answered with errors' >&3; return 1; }
  watch_clone "$part" "$usual"
}

# replace PART ID [unjudged]: gets the part going on that image, and people to it when it is warm; on one
# that ran before also when it answers with errors.
replace() {
  local part=$1 judged=${3:-judged} began=$SECONDS
  drain "$part"
  stop_parts "$part"
  take_image "$part" "$2"
  start_clone "$part"
  wait_for 300 "$part"
  wait_for_copies "$part"
  (try_out "$part") || [ "$judged" = unjudged ] || exit 1
  let_in "$part"
  say "$part: runs $2 ($((SECONDS - began)) s)"
}

# The grid has copied what the clone is to keep: only then may another one go.
wait_for_copies() {
  local began=$SECONDS
  until curl -s --max-time 3 -f -o /dev/null "$(past_balancer "$1")/health/started"; do
    [ $((SECONDS - began)) -lt 60 ] || die "the grid does not copy its data to $1"
    sleep 0.3
  done
}

# watch_clone PART MILLISECONDS: a page took so long before; with people on it, for a while; tells on 3 what is wrong.
watch_clone() {
  local part=$1 usual=$2 began=$SECONDS answers errors answers_before errors_before now
  read -r answers_before errors_before <<<"$(answers_of "$part")"
  (try_by_site "$part") || { echo 'it answered with errors to somebody who came as people do' >&3; return 1; }
  while [ $((SECONDS - began)) -lt "${COMMONPLACE_WATCH:-15}" ]; do
    sleep 1
    healthy "$part" || { echo 'it was not ready any more' >&3; return 1; }
    read -r answers errors <<<"$(answers_of "$part")"
    answers=$((answers - answers_before)) errors=$((errors - errors_before))
    # One in fifty, and not a single bad day of one request.
    if [ "$errors" -ge 3 ] && [ $((errors * 50)) -ge "$answers" ]; then
      echo "$errors of $answers answers were errors" >&3
      return 1
    fi
  done
  now=$(pace "$part") || { echo 'it answered with errors' >&3; return 1; }
  if [ "$usual" -gt 0 ] && [ "$now" -gt $((usual * 3 + 100)) ]; then
    echo "a page took $now ms instead of $usual ms" >&3
    return 1
  fi
}
