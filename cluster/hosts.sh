# hosts roll, hosts back, hosts verify: rolls an image out to the hosts of an inventory, one after the other, over ssh. Each
# host has an installation of its own, which replaces its clones by its own `./commonplace roll`. Hosts are numbered as in
# the inventory.
# shellcheck shell=bash

command_hosts_roll() {
  local i
  begin_hosts
  measure_image "$1"
  lock_first_host
  for i in "${!destinations[@]}"; do check_host "$i" || die 'nothing was changed on any host'; done
  # The hosts that have the new image, and the one that is getting it.
  rolled=() rolling=''
  trap interrupt_roll_out INT TERM HUP
  for i in "${!destinations[@]}"; do
    rolling=$i
    roll_host "$i" || undo_roll_out
  done
  trap - INT TERM HUP
  say "$image_name runs on ${#destinations[@]} host(s): ${destinations[*]}"
}

# Goes on after a host that fails, so that as many as possible are rolled back.
command_hosts_back() {
  local i failed=''
  begin_hosts
  lock_first_host
  for i in "${!destinations[@]}"; do
    roll_back_host "$i" && site_serves "$i" || failed+=" ${destinations[i]}"
  done
  [ -z "$failed" ] || die "the rollback failed on:$failed"
  say "The former image runs on ${#destinations[@]} host(s): ${destinations[*]}"
}

command_hosts_verify() {
  local i failed='' version=${options[--version]}
  begin_hosts
  [[ -z $version || $version =~ ^[A-Za-z0-9][A-Za-z0-9._+-]*$ ]] || die "$(printf %q "$version") is not a version"
  for i in "${!destinations[@]}"; do
    site_serves "$i" && { [ -z "$version" ] || runs_version "$i" "$version"; } || failed+=" ${destinations[i]}"
  done
  [ -z "$failed" ] || die "not as expected:$failed"
}

# Sets roll_limit, the seconds that a host may take to replace its clones, and connection, the options of ssh.
begin_hosts() {
  roll_limit=${COMMONPLACE_ROLL_LIMIT:-3600}
  [[ $roll_limit =~ ^[1-9][0-9]*$ ]] || die "COMMONPLACE_ROLL_LIMIT is a number of seconds, not '$roll_limit'"
  read_inventory "${options[--hosts]}"
  # Nobody is there to answer a question of ssh, and no connection may hang for ever.
  connection=(-o BatchMode=yes -o ConnectTimeout=10 -o ServerAliveInterval=15 -o ServerAliveCountMax=4)
  [ -z "${COMMONPLACE_SSH_KEY:-}" ] || connection+=(-o IdentitiesOnly=yes -i "$COMMONPLACE_SSH_KEY")
}

# measure_image FILE: sets image, image_name and checksum.
measure_image() {
  local beside=$1.sha256
  [ -f "$1" ] && [ -r "$1" ] || die "can't read the image $1"
  image=$(realpath "$1")
  image_name=${image##*/}
  [[ $image_name =~ ^[A-Za-z0-9][A-Za-z0-9._+-]*\.tar\.gz$ ]] ||
    die "an image is called like commonplace-1.0.tar.gz, not $(printf %q "$image_name")"
  checksum=$(sha256sum <"$image")
  checksum=${checksum%% *}
  [ ! -f "$beside" ] || grep -qE "^$checksum( |\$)" "$beside" || die "the image does not match the checksum in $beside"
}

# One roll-out at a time, also if another is started from elsewhere: the directory on the first host is locked as long as
# this connection stands. It ends with this process, however that ends.
lock_first_host() {
  local answer=''
  # After `lost` it reads to the end of its input: bash forgets the pipes of a coprocess that has ended.
  coproc HOLD {
    ssh -T "${connection[@]}" -- "${destinations[0]}" \
      "cd ${folders[0]} && { flock -n -E 75 . sh -c 'echo held && exec cat' || [ \$? -ne 75 ] || echo taken; }" || true
    echo lost && cat >/dev/null
  }
  read -r -t 60 -u "${HOLD[0]}" answer || true
  case $answer in
    held) ;;
    taken) die "another roll-out to these hosts is running; it has locked ${folders[0]} on ${destinations[0]}" ;;
    *) die "${folders[0]} on ${destinations[0]} can't be reached; nothing was changed" ;;
  esac
}

# on_host HOST COMMAND: in the directory of its installation.
on_host() { ssh -n -T "${connection[@]}" -- "${destinations[$1]}" "cd ${folders[$1]} && $2"; }

report_fault() { say "${destinations[$1]}: $2" >&2; }

# Finds what would fail later, before anything is changed.
check_host() {
  on_host "$1" 'test -x commonplace' || { report_fault "$1" "${folders[$1]} can't be reached, or is no installation"; return 1; }
  site_serves "$1"
}

# A host whose own `roll` fails puts its old image back by itself.
roll_host() {
  send_image "$1" || { report_fault "$1" "the image did not arrive whole"; return 1; }
  local result=0
  say "${destinations[$1]}: replacing the clones"
  on_host "$1" "timeout -k 60 $roll_limit ./commonplace roll incoming/$image_name" || result=$?
  on_host "$1" "rm -f incoming/$image_name" || true
  case $result in
    0) rolled+=("$1") ;;
    124 | 137) report_fault "$1" "not done after $roll_limit s"; advise_check "$1"; return 1 ;;
    255) report_fault "$1" 'the connection broke'; advise_check "$1"; return 1 ;;
    *) report_fault "$1" 'the roll-out failed there, see above'; return 1 ;;
  esac
  site_serves "$1"
}

# The checksum on the other side proves that the copy is complete.
send_image() {
  say "${destinations[$1]}: copying $image_name"
  on_host "$1" 'mkdir -p incoming' &&
    scp -q "${connection[@]}" -- "$image" "${destinations[$1]}:${folders[$1]}/incoming/$image_name" </dev/null &&
    on_host "$1" "echo '$checksum  incoming/$image_name' | sha256sum -c --status"
}

advise_check() { report_fault "$1" "look at it there: cd ${folders[$1]} && ./commonplace status"; }

interrupt_roll_out() {
  trap '' INT TERM HUP
  say 'Interrupted' >&2
  # How far it got is not known, and rolling it back could go one image too far.
  [[ " ${rolled[*]} " == *" $rolling "* ]] || advise_check "$rolling"
  undo_roll_out
}

# Rolls back the hosts that have the new image, the last one first, and dies.
undo_roll_out() {
  local i left='' back=''
  trap '' INT TERM HUP
  for ((i = ${#rolled[@]} - 1; i >= 0; i--)); do
    roll_back_host "${rolled[i]}" && back+=" ${destinations[rolled[i]]}" || left+=" ${destinations[rolled[i]]}"
  done
  [ -z "$left" ] || die "the roll-out failed, and the new image is still on:$left"
  die "the roll-out failed at ${destinations[rolling]}; the former image is back on:${back:- no host, since none had the new one}"
}

roll_back_host() {
  say "${destinations[$1]}: rolling back to the former image"
  on_host "$1" "timeout -k 60 $roll_limit ./commonplace roll --back" || { report_fault "$1" 'it could not be rolled back'; return 1; }
}

# By the site's own address, as people reach it.
site_serves() {
  local page
  page=$(curl -sS --proto '=http,https' --max-time 10 --retry 3 --retry-delay 1 --retry-all-errors \
    -w '\n%{http_code}' "${sites[$1]}/login") || { report_fault "$1" "${sites[$1]} does not answer"; return 1; }
  [ "${page##*$'\n'}" = 200 ] || { report_fault "$1" "${sites[$1]}/login answers ${page##*$'\n'}"; return 1; }
  [[ $page == *'<form'* ]] || { report_fault "$1" "${sites[$1]}/login shows no form"; return 1; }
  say "${destinations[$1]}: ${sites[$1]} serves"
}

# runs_version HOST VERSION: true if all its parts are ready, and the line of each clone shows the version.
runs_version() {
  local answer
  answer=$(on_host "$1" 'timeout -k 10 120 ./commonplace status') ||
    { say "$answer" >&2; report_fault "$1" 'not all parts are ready'; return 1; }
  awk -v version="$2" '/^clone-/ { clones++; for (i = 2; i <= NF; i++) if ($i == version) { right++; break } }
    END { exit !(clones && clones == right) }' <<<"$answer" ||
    { say "$answer" >&2; report_fault "$1" "not all clones run $2"; return 1; }
  say "${destinations[$1]}: all clones run $2"
}
