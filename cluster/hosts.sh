# Rolls an image out to the hosts of an inventory, one after the other, over ssh. Each host has an
# installation of its own; its clones are replaced there, by its own `./commonplace roll`.
# shellcheck shell=bash

# hosts roll INVENTORY IMAGE, hosts back INVENTORY, hosts verify INVENTORY VERSION
hosts() {
  # The seconds that a host may take to replace its clones.
  roll_limit=${COMMONPLACE_ROLL_LIMIT:-3600}
  [[ $roll_limit =~ ^[1-9][0-9]*$ ]] || die "COMMONPLACE_ROLL_LIMIT is a number of seconds, not '$roll_limit'"
  read_inventory "$2"
  # Nobody is there to be asked, and no connection may hang for ever.
  connection=(-o BatchMode=yes -o ConnectTimeout=10 -o ServerAliveInterval=15 -o ServerAliveCountMax=4)
  [ -z "${COMMONPLACE_SSH_KEY:-}" ] || connection+=(-o IdentitiesOnly=yes -i "$COMMONPLACE_SSH_KEY")
  "$1_hosts" "${@:3}"
}

roll_hosts() {
  local i
  measure_image "$1"
  hold_roll_out
  for i in "${!destinations[@]}"; do prepared "$i" || die 'nothing was changed on any host'; done
  rolled=() rolling=''
  trap interrupted INT TERM HUP
  for i in "${!destinations[@]}"; do
    rolling=$i
    roll_host "$i" || undo
  done
  trap - INT TERM HUP
  say "$image_name runs on ${#destinations[@]} host(s): ${destinations[*]}"
}

measure_image() {
  local beside=$1.sha256
  [ -f "$1" ] && [ -r "$1" ] || die "can't read the image $1"
  image=$(realpath "$1")
  image_name=${image##*/}
  [[ $image_name =~ ^[A-Za-z0-9][A-Za-z0-9._+-]*\.tar\.gz$ ]] ||
    die "an image is called like commonplace-1.0.tar.gz, not $(printf %q "$image_name")"
  checksum=$(sha256sum <"$image")
  checksum=${checksum%% *}
  [ ! -f "$beside" ] || grep -qE "^$checksum( |\$)" "$beside" || die "the image is not the one that $beside speaks of"
}

# One roll-out at a time, whoever begins it and from where: the directory on the first host is locked
# for as long as this connection stands, which ends with this process, however that ends.
hold_roll_out() {
  local answer=''
  # It reads to the end of its input in any case: bash forgets the pipes of a coprocess that is gone.
  coproc HOLD {
    ssh -T "${connection[@]}" -- "${destinations[0]}" \
      "cd ${folders[0]} && { flock -n -E 75 . sh -c 'echo held && exec cat' || [ \$? -ne 75 ] || echo taken; }" || true
    echo lost && cat >/dev/null
  }
  read -r -t 60 -u "${HOLD[0]}" answer || true
  case $answer in
    held) ;;
    taken) die "another roll-out to these hosts is at work; it holds ${folders[0]} on ${destinations[0]}" ;;
    *) die "${folders[0]} on ${destinations[0]} can't be reached; nothing was changed" ;;
  esac
}

# on HOST COMMAND: in the installation's directory there.
on() { ssh -n -T "${connection[@]}" -- "${destinations[$1]}" "cd ${folders[$1]} && $2"; }

fault() { say "${destinations[$1]}: $2" >&2; }

# What would fail later is found before anything is changed.
prepared() {
  on "$1" 'test -x commonplace' || { fault "$1" "${folders[$1]} can't be reached, or is no installation"; return 1; }
  serves "$1"
}

# rolled: what has the new image, to be undone if a later host fails. A host whose own `roll` fails
# has put its old image back by itself.
roll_host() {
  send "$1" || { fault "$1" "the image did not arrive whole"; return 1; }
  local result=0
  say "${destinations[$1]}: replacing the clones"
  on "$1" "timeout -k 60 $roll_limit ./commonplace roll incoming/$image_name" || result=$?
  on "$1" "rm -f incoming/$image_name" || true
  case $result in
    0) rolled+=("$1") ;;
    124 | 137) fault "$1" "not done after $roll_limit s"; in_doubt "$1"; return 1 ;;
    255) fault "$1" 'the connection broke'; in_doubt "$1"; return 1 ;;
    *) fault "$1" 'the roll-out was given up there, as said above'; return 1 ;;
  esac
  serves "$1"
}

# A copy is believed when the other side has counted the same bytes.
send() {
  say "${destinations[$1]}: copying $image_name"
  on "$1" 'mkdir -p incoming' &&
    scp -q "${connection[@]}" -- "$image" "${destinations[$1]}:${folders[$1]}/incoming/$image_name" </dev/null &&
    on "$1" "echo '$checksum  incoming/$image_name' | sha256sum -c --status"
}

in_doubt() { fault "$1" "look at it there: cd ${folders[$1]} && ./commonplace status"; }

interrupted() {
  trap '' INT TERM HUP
  say 'Interrupted' >&2
  # It may have got any far; bringing it back could then be one image too far.
  [[ " ${rolled[*]} " == *" $rolling "* ]] || in_doubt "$rolling"
  undo
}

# The hosts that have the new image get the former one, the last one first.
undo() {
  local i left='' back=''
  trap '' INT TERM HUP
  for ((i = ${#rolled[@]} - 1; i >= 0; i--)); do
    back_host "${rolled[i]}" && back+=" ${destinations[rolled[i]]}" || left+=" ${destinations[rolled[i]]}"
  done
  [ -z "$left" ] || die "the roll-out failed, and the new image is still on:$left"
  die "the roll-out failed at ${destinations[rolling]}; the former image is back on:${back:- no host, since none had the new one}"
}

back_host() {
  say "${destinations[$1]}: bringing the former image back"
  on "$1" "timeout -k 60 $roll_limit ./commonplace roll --back" || { fault "$1" 'it could not be brought back'; return 1; }
}

# Goes on past a host that fails: the others shall be well.
back_hosts() {
  local i failed=''
  hold_roll_out
  for i in "${!destinations[@]}"; do
    back_host "$i" && serves "$i" || failed+=" ${destinations[i]}"
  done
  [ -z "$failed" ] || die "not well:$failed"
  say "The former image runs on ${#destinations[@]} host(s): ${destinations[*]}"
}

verify_hosts() {
  local i failed='' version=$1
  [[ -z $version || $version =~ ^[A-Za-z0-9][A-Za-z0-9._+-]*$ ]] || die "$(printf %q "$version") is no version"
  for i in "${!destinations[@]}"; do
    serves "$i" && { [ -z "$version" ] || runs "$i" "$version"; } || failed+=" ${destinations[i]}"
  done
  [ -z "$failed" ] || die "not as expected:$failed"
}

# As people come in, by the site's own address.
serves() {
  local page
  page=$(curl -sS --proto '=http,https' --max-time 10 --retry 3 --retry-delay 1 --retry-all-errors \
    -w '\n%{http_code}' "${sites[$1]}/login") || { fault "$1" "${sites[$1]} does not answer"; return 1; }
  [ "${page##*$'\n'}" = 200 ] || { fault "$1" "${sites[$1]}/login answers ${page##*$'\n'}"; return 1; }
  [[ $page == *'<form'* ]] || { fault "$1" "${sites[$1]}/login shows no form"; return 1; }
  say "${destinations[$1]}: ${sites[$1]} serves"
}

# runs HOST VERSION: all its parts are well, and it stands in the line of each clone.
runs() {
  local answer
  answer=$(on "$1" 'timeout -k 10 120 ./commonplace status') ||
    { say "$answer" >&2; fault "$1" 'not all parts are well'; return 1; }
  awk -v version="$2" '/^clone-/ { clones++; for (i = 2; i <= NF; i++) if ($i == version) { right++; break } }
    END { exit !(clones && clones == right) }' <<<"$answer" ||
    { say "$answer" >&2; fault "$1" "not all clones run $2"; return 1; }
  say "${destinations[$1]}: all clones run $2"
}
