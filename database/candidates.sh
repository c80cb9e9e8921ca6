# Which replica can become the primary, and what could get lost by it.
# Provides: inspect_replicas most_advanced why_unfit possible_losses
# shellcheck shell=bash

inspect_replicas() {
  local replica
  for replica in $(replica_names); do inspect_database "$replica" || true; done
}

# Prints the fit replica that has received most; false if there is none.
most_advanced() {
  local replica best='' most=-1
  for replica in $(replica_names); do
    [ -z "$(why_unfit "$replica")" ] && [ "${fact[$replica Received]}" -gt "$most" ] || continue
    best=$replica most=${fact[$replica Received]}
  done
  [ -n "$best" ] && echo "$best"
}

# why_unfit REPLICA: prints why it can't become the primary; nothing if it can.
why_unfit() {
  if [ -z "${fact[$1 Started]:-}" ]; then
    echo 'it does not answer'
  elif [ -e "$COMMONPLACE_DATA/$1/incomplete" ]; then
    echo 'its copy is not complete'
  elif [ -z "${fact[$1 Master_Port]:-}" ]; then
    echo 'it does not replicate'
  elif [ -n "${fact[$1 Last_SQL_Error]}" ]; then
    echo "it could not apply a transaction: ${fact[$1 Last_SQL_Error]}"
  elif [ "${fact[$1 Slave_SQL_Running]}" != Yes ]; then
    echo 'it does not apply what it receives'
  fi
}

# possible_losses OLD NEW: prints a line for each reason why commits of the old primary could get lost. At least one replica
# had received each acknowledged commit, unless the primary was alone. So the most advanced replica has it, if all of them
# answer and none has dropped what it had received.
possible_losses() {
  local old=$1 chosen=$2 replica seen='' ahead
  if is_in_sync "$old"; then
    seen=$(stat -c %Y "$COMMONPLACE_DATA/in-sync")
  else
    echo "$old was alone: it may have acknowledged commits that no replica has"
  fi
  for replica in $(replica_names); do
    [ "$replica" != "$old" ] || continue
    if [ -z "${fact[$replica Started]:-}" ]; then
      echo "$replica does not answer: it may have commits that $chosen lacks"
      continue
    fi
    ahead=$((${fact[$replica Received]} - ${fact[$chosen Received]:-0}))
    [ "$ahead" -le 0 ] || echo "$chosen lacks the last $ahead commits, which $replica has"
    # A server that starts drops what it had received but not applied, and fetches it again.
    [ -z "$seen" ] || [ "${fact[$replica Started]}" -lt "$seen" ] ||
      echo "$replica was started after it was last seen to have everything"
  done
}
