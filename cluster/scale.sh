# More clones, or fewer, while people work.
# shellcheck shell=bash

scale() {
  [[ $1 =~ ^[1-9]$ ]] || die "the number of clones is 1 to 9, not '$1'"
  roll_begins
  [ ! -e "$COMMONPLACE_DATA/roll" ] || die 'a roll-out was interrupted; ./commonplace roll --back undoes it'
  if [ "$1" -gt "$clones" ]; then
    add_clones "$1"
  elif [ "$1" -lt "$clones" ]; then
    remove_clones "$1"
  fi
  say "$(clones_in_words)"
}

clones_in_words() { if [ "$clones" -eq 1 ]; then echo 'There is one clone'; else echo "There are $clones clones"; fi; }

# The balancer hears of them when they are warm.
add_clones() {
  local part added=() i
  for ((i = clones + 1; i <= $1; i++)); do
    added+=("clone-$i")
    rm -f "$COMMONPLACE_DATA/run/clone-$i.pid"
    take_image "clone-$i" "$(image_of clone-1)"
  done
  set_clones "$1"
  start_supervised
  if ! (wait_for 300 "${added[@]}" && for part in "${added[@]}"; do warm "$part"; done); then
    remove_clones $(($1 - ${#added[@]}))
    die "${added[*]} did not get ready"
  fi
  write_clones
  reload_balancer
  wait_for_routing "${added[@]}"
}

# Those with the highest numbers, one after the other: each gives its part of the grid to the others.
remove_clones() {
  local i
  for ((i = clones; i > $1; i--)); do
    drain "clone-$i"
    stop_parts "clone-$i"
    say "clone-$i: stopped"
  done
  set_clones "$1"
  write_clones
  reload_balancer
  supervisor update >/dev/null
  for ((; i < 9; i++)); do rm -rf "$COMMONPLACE_DATA/clone-$((i + 1))"; done
}

set_clones() {
  keep_setting clones "$1"
  clones=$1
  given_clones=''
  write_supervisor_conf
}
