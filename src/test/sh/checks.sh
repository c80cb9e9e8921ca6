# What no class tests: what people see while parts break, the image, hosts of their own. Read by src/test/sh/test.
# shellcheck shell=bash disable=SC2154

# Two minutes of people at work while parts break one after the other.
check_consistency() {
  try 1 'what people see while parts break' consistency --operations 12000 --people 60 --rate 100 --faults cheap
}

# All kinds of faults, some of which take long to heal.
check_all_faults() {
  try 1 'what people see while everything breaks' consistency --operations 20000 --people 60 --rate 100 --faults all
}

# The same check must find something when the clones are unsafe.
check_unsafe() {
  try 1 'clones that read what is old are found out' finds_something COMMONPLACE_UNSAFE_READS replica-lag
  try 1 'clones that cache what is old are found out' finds_something COMMONPLACE_UNSAFE_CACHES replica-stall,replica-lag
}

# The classes are there.
consistency() { apart env COMMONPLACE_CHECK_BUILT=1 src/test/sh/check-consistency --data "$data" "$@"; }

# finds_something SWITCH FAULTS
finds_something() {
  local result=0
  restart_unsafe "$1" || return
  consistency --operations 2500 --people 40 --rate 120 --writing 10 --hot 0.7 --faults "$2" || result=$?
  if [ $result -ne 1 ]; then
    say "the check of consistency ended with $result and should have found violations: $1, $2"
    return 1
  fi
  say 'These violations were expected: the clones are unsafe on purpose'
}

# restart_unsafe SWITCH: both clones at once, with this one in their environment and no other.
restart_unsafe() {
  local conf=$data/supervisor.conf
  [ -f "$conf.safe" ] || cp "$conf" "$conf.safe"
  awk -v name="$1" '/^\[/ { clone = /^\[program:clone-/ }
    clone && sub(/^environment=/, "") { $0 = "environment=" name "=\"true\"," $0 } { print }' "$conf.safe" >"$conf"
  say "Restarting the clones with $1"
  supervisorctl -c "$conf" update >/dev/null || return
  for _ in {1..60}; do
    # It takes a processor from the clones that it waits for.
    sleep 5
    ! ./commonplace status --data "$data" >/dev/null 2>&1 || return 0
  done
  say "the clones don't come back with $1"
  return 1
}

check_image() { try 1 'the image' the_image; }

# It is the same whoever packs it, wherever; and a clone starts from it alone.
the_image() {
  local one other oci=1
  for one in first second; do
    copy_sources "$data/$one" && apart "$data/$one/commonplace" image ${oci:+--oci} --deb --data "$data/$one-data" || return
    oci=''
  done
  one=$(echo "$data"/first/target/commonplace-*.tar.gz) other=$(echo "$data"/second/target/commonplace-*.tar.gz)
  cmp "$one" "$other" && cmp "${one%.tar.gz}.deb" "${other%.tar.gz}.deb" ||
    { say 'two builds of one commit differ'; return 1; }
  say "Two builds of one commit: $(sha256sum "$one" "$other" | cut -c 1-64 | uniq | wc -l) checksum"
  apart env COMMONPLACE_HOME="$COMMONPLACE_HOME" src/test/sh/image-alone "${one%.tar.gz}.oci.tar" || return
  rm -rf "$data"/{first,second}{,-data}
}

# What is committed; all that isn't built, where this is no repository.
copy_sources() {
  if git rev-parse HEAD >/dev/null 2>&1; then
    git clone -q . "$1"
  else
    mkdir "$1" && tar c --exclude=./target --exclude=./artemis/target --exclude=./var . | tar x -C "$1"
  fi
}

# check_hosts METHOD: on namespaces of this machine, which are hosts with systemd and addresses of their own. METHOD is
# #NAME, or nothing for all.
check_hosts() {
  if [ "$(id -u)" -ne 0 ]; then
    [ -n "$all" ] || die 'hosts of their own are made by root only'
    say 'Hosts of their own are left out: they are made by root only'
    return
  fi
  try 0 "hosts of their own, the image and their start" start_hosts
  [ -z "${COMMONPLACE_HOSTS:-}" ] || try 0 'tests of hosts of their own' tests_of_hosts "$1"
}

start_hosts() {
  apart ./commonplace image --data "$data" || return
  COMMONPLACE_HOSTS=$(mktemp -d /tmp/commonplace-hosts.XXXXXX)
  export COMMONPLACE_HOSTS
  apart src/test/sh/hosts up target/commonplace-*.tar.gz && maven -DskipTests test-compile
}

tests_of_hosts() {
  apart src/test/sh/hosts people mvn -B -ntp -o -DexcludedGroups= failsafe:integration-test@hosts failsafe:verify "-Dit.test=HostsIT$1" \
    -Dcommonplace.address=10.77.0.10 -Dcommonplace.data="$COMMONPLACE_HOSTS/data/root/var/lib/commonplace-data"
}

# end_hosts RESULT: of the run; after a bad one, what they have logged is shown.
end_hosts() {
  [ -n "${COMMONPLACE_HOSTS:-}" ] || return 0
  [ "$1" -eq 0 ] || src/test/sh/hosts logs || true
  src/test/sh/hosts down || true
}
