# roll [IMAGE] [--back]: rolls out another image while people work: replaces the clones one after the other, and puts the
# old image back by itself if the new one fails. The journal DIR/roll says what has begun (the new image, and the old one of
# each clone), so that the next call can continue or undo it, however this one ended.
#
# It works on one machine with a whole cluster and on a host that runs only clones; the driver knows the difference
# (driver.sh).
# Provides: replace_clone
# shellcheck shell=bash

command_roll() {
  local file=${1:-} to
  [ -z "$file" ] || [ -z "${options[--back]}" ] || die 'roll takes an image or --back, not both'
  driver_begin
  if [ -n "${options[--back]}" ]; then
    roll_back
  elif [ -n "$file" ]; then
    to=$(unpack_image "$file")
    roll_out "$to"
  else
    driver_build
    to=$(newest_image)
    roll_out "$to"
  fi
}

# Undoes an interrupted roll-out, or else the last one.
roll_back() {
  if [ -e "$COMMONPLACE_DATA/roll" ]; then
    restore_images
    return
  fi
  [ -e "$COMMONPLACE_DATA/roll.last" ] || die 'nothing was rolled out yet, so there is nothing to go back to'
  roll_out "$(sed -n '/^to=/!{ s/.*=//p; q }' "$COMMONPLACE_DATA/roll.last")"
}

# roll_out ID
roll_out() {
  local to=$1 part reason
  begin_journal "$to"
  say "Rolling out $to"
  trap 'restore_images; die "stopped by a signal"' INT TERM HUP
  driver_warn_if_alone
  for part in $(driver_clones); do
    if [ "$(image_of "$part")" = "$to" ] && driver_serving "$part" && [ "$(running_version "$part")" = "$(version_of "$part")" ]; then
      say "$part: runs it already"
    elif ! reason=$(roll_clone "$part" "$to" 3>&1 >&2); then
      say "$part is rolled back: $reason"
      restore_images
      die "$to was not rolled out: $reason"
    fi
  done
  trap - INT TERM HUP
  mv "$COMMONPLACE_DATA/roll" "$COMMONPLACE_DATA/roll.last"
  delete_old_images
  say "All clones run $to; ./commonplace roll --back rolls back to the image before"
}

# begin_journal ID: or continues an interrupted roll-out of the same image.
begin_journal() {
  local journal=$COMMONPLACE_DATA/roll part
  if [ -e "$journal" ]; then
    grep -qx "to=$1" "$journal" || die "a roll-out of $(sed -n 's/^to=//p' "$journal") was interrupted; ./commonplace roll --back undoes it"
    say 'Continuing an interrupted roll-out of the same image'
    return
  fi
  {
    echo "to=$1"
    for part in $(driver_clones); do echo "$part=$(image_of "$part")"; done
  } >"$journal.new"
  mv "$journal.new" "$journal"
}

# By the journal, which is deleted at the end.
restore_images() {
  local part before
  while IFS='=' read -r part before; do
    [ "$part" != to ] && { [ "$(image_of "$part")" != "$before" ] || ! driver_serving "$part"; } || continue
    (replace_clone "$part" "$before" unjudged) || die "$part does not start with its old image either; its log: $(driver_log "$part")"
    say "$part: runs $before again"
  done <"$COMMONPLACE_DATA/roll"
  rm "$COMMONPLACE_DATA/roll"
}

# roll_clone PART ID: if the new image is rejected, prints the reason on descriptor 3.
roll_clone() {
  local part=$1 usual=0
  # The old clone's page time is the measure; without an old clone that serves there is none.
  ! driver_serving "$part" || usual=$(page_time "$part" 2>/dev/null) || usual=0
  (replace_clone "$part" "$2") || { echo 'it did not get ready, or answered with errors' >&3; return 1; }
  judge_clone "$part" "$usual"
}

# replace_clone PART ID [unjudged]: starts the clone with that image, and routes requests to it when it is warm. Unjudged,
# for an image that ran before: also if its pages answer with errors.
replace_clone() {
  local part=$1 judged=${3:-judged} began=$SECONDS
  driver_drain "$part"
  driver_stop "$part"
  take_image "$part" "$2"
  driver_start "$part"
  wait_until_healthy 300 "$part"
  wait_for_grid "$part"
  (driver_warm_up "$part") || [ "$judged" = unjudged ] || exit 1
  driver_admit "$part"
  say "$part: runs $2 ($((SECONDS - began)) s)"
}

# Until the data grid has copied to the clone what it has to keep. Only then may the next clone stop.
wait_for_grid() {
  local began=$SECONDS
  until curl -s --max-time 3 -f -o /dev/null "$(driver_url "$1")/health/started"; do
    [ $((SECONDS - began)) -lt 60 ] || die "the data grid did not copy its data to $1 within 60 s; its log: $(driver_log "$1")"
    sleep 0.3
  done
}

# judge_clone PART MILLISECONDS: watches the clone for a while with people on it; MILLISECONDS is the old clone's page time.
# If it is worse, prints the reason on descriptor 3.
judge_clone() {
  local part=$1 usual=$2 began=$SECONDS answers errors answers_before errors_before now
  read -r answers_before errors_before <<<"$(driver_answers "$part")"
  (driver_visit "$part") || { echo 'it answered requests through the balancer with errors' >&3; return 1; }
  while [ $((SECONDS - began)) -lt "${COMMONPLACE_WATCH:-15}" ]; do
    sleep 1
    driver_healthy "$part" || { echo 'it was not ready any more' >&3; return 1; }
    read -r answers errors <<<"$(driver_answers "$part")"
    answers=$((answers - answers_before)) errors=$((errors - errors_before))
    # One in fifty, but at least three: a single failed request proves nothing.
    if [ "$errors" -ge 3 ] && [ $((errors * 50)) -ge "$answers" ]; then
      echo "$errors of $answers answers were errors" >&3
      return 1
    fi
  done
  now=$(page_time "$part") || { echo 'it answered with errors' >&3; return 1; }
  if [ "$usual" -gt 0 ] && [ "$now" -gt $((usual * 3 + 100)) ]; then
    echo "a page took $now ms instead of $usual ms" >&3
    return 1
  fi
}
