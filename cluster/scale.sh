# scale N: changes the number of clones while people work.
# shellcheck shell=bash

command_scale() {
  [[ $1 =~ ^[1-9]$ ]] || die "the number of clones is 1 to 9, not '$1'"
  driver_begin
  [ ! -e "$COMMONPLACE_DATA/roll" ] || die 'a roll-out was interrupted; ./commonplace roll --back undoes it'
  if [ "$1" -gt "$clones" ]; then
    add_clones "$1"
  elif [ "$1" -lt "$clones" ]; then
    remove_clones "$1"
  fi
  if [ "$clones" -eq 1 ]; then say 'There is one clone'; else say "There are $clones clones"; fi
}

# The balancer learns of the new clones when they are warm.
add_clones() {
  local part added=() i
  for ((i = clones + 1; i <= $1; i++)); do
    added+=("clone-$i")
    rm -f "$COMMONPLACE_DATA/run/clone-$i.pid"
    take_image "clone-$i" "$(image_of clone-1)"
  done
  set_clone_count "$1"
  supervisor_start
  if ! (wait_until_healthy 300 "${added[@]}" && for part in "${added[@]}"; do warm_up "$part"; done); then
    remove_clones $(($1 - ${#added[@]}))
    die "${added[*]} did not get ready; the logs are in $COMMONPLACE_DATA/logs"
  fi
  update_clone_list
  wait_until_routed "${added[@]}"
}

# Those with the highest numbers, one after the other, so that each hands its part of the data grid over to the others.
remove_clones() {
  local i
  for ((i = clones; i > $1; i--)); do
    driver_drain "clone-$i"
    driver_stop "clone-$i"
    say "clone-$i: stopped"
  done
  set_clone_count "$1"
  update_clone_list
  supervisor_ctl update >/dev/null
  for ((; i < 9; i++)); do rm -rf "$COMMONPLACE_DATA/clone-$((i + 1))"; done
}

# COMMONPLACE_CLONES, which is an option of `up`, must not override the new number.
set_clone_count() {
  keep_setting clones "$1"
  clones=$1
  option_clones=''
  write_supervisor_conf
}
