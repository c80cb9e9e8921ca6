# Checks that are no test classes: what people see while parts break, the image, separate hosts, a group of databases. Read by src/test/sh/test.
# shellcheck shell=bash disable=SC2154

# Two minutes of people at work while parts break one after the other.
check_consistency() {
  try 1 'what people see while parts break' consistency --operations 12000 --people 60 --rate 100 --faults cheap
}

# All kinds of faults, some of which take long to heal.
check_all_faults() {
  try 1 'what people see while everything breaks' consistency --operations 20000 --people 60 --rate 100 --faults all
}

# The same check must find violations when the clones are made unsafe.
check_unsafe() {
  try 1 'clones that read what is old are found out' finds_something COMMONPLACE_UNSAFE_READS replica-lag
  try 1 'clones that cache what is old are found out' finds_something COMMONPLACE_UNSAFE_CACHES replica-stall,replica-lag
}

# Without building: the classes exist.
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

# restart_unsafe SWITCH: both clones at once, with only this switch in their environment.
restart_unsafe() {
  local conf=$data/supervisor.conf
  [ -f "$conf.safe" ] || cp "$conf" "$conf.safe"
  awk -v name="$1" '/^\[/ { clone = /^\[program:clone-/ }
    clone && sub(/^environment=/, "") { $0 = "environment=" name "=\"true\"," $0 } { print }' "$conf.safe" >"$conf"
  say "Restarting the clones with $1"
  supervisorctl -c "$conf" update >/dev/null || return
  for _ in {1..60}; do
    # Not more often: `status` takes processor time from the clones.
    sleep 5
    ! ./commonplace status --data "$data" >/dev/null 2>&1 || return 0
  done
  say "the clones don't start with $1"
  return 1
}

check_image() { try 1 'the image' the_image; }

# Two builds of it in different places are the same, and a clone starts from it alone.
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

# The committed files; outside of a repository, everything that is not built.
copy_sources() {
  if git rev-parse HEAD >/dev/null 2>&1; then
    git clone -q . "$1"
  else
    mkdir "$1" && tar c --exclude=./target --exclude=./artemis/target --exclude=./var . | tar x -C "$1"
  fi
}

# check_hosts METHOD: on network namespaces of this machine, each a host with its own systemd and address. METHOD is #NAME, or
# nothing for all.
check_hosts() {
  if [ "$(id -u)" -ne 0 ]; then
    [ -n "$all" ] || die 'only root can make separate hosts'
    say 'The tests of separate hosts are skipped: only root can make them'
    return
  fi
  try 0 'separate hosts: the image and their start' start_hosts
  [ -z "${COMMONPLACE_HOSTS:-}" ] || try 0 'tests of separate hosts' tests_of_hosts "$1"
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

# check_group METHOD: a group of MySQL servers on network namespaces of this machine, without clones. METHOD as above.
check_group() {
  if [ "$(id -u)" -ne 0 ]; then
    [ -n "$all" ] || die 'only root can make separate hosts'
    say 'The tests of a group of databases are skipped: only root can make separate hosts'
    return
  fi
  get_mysql
  if [ ! -x target/servers/newest-mysql/usr/bin/mysql ]; then
    [ -n "$all" ] || die "these tests need Debian's newest MySQL"
    say "The tests of a group of databases are skipped: they need Debian's newest MySQL"
    return
  fi
  COMMONPLACE_GROUP=$(mktemp -d /tmp/commonplace-group.XXXXXX)
  export COMMONPLACE_GROUP
  try 0 'a group of databases: its start' apart src/test/sh/group up
  try 0 'tests of a group of databases' tests_of_group "$1"
}

tests_of_group() {
  apart src/test/sh/group people mvn -B -ntp -o -DexcludedGroups= failsafe:integration-test@group failsafe:verify "-Dit.test=GroupIT$1"
}

# end_group RESULT: after a failed run it shows their logs.
end_group() {
  [ -n "${COMMONPLACE_GROUP:-}" ] || return 0
  [ "$1" -eq 0 ] || src/test/sh/group logs || true
  src/test/sh/group down || true
}

# end_hosts RESULT: after a failed run it shows their logs.
end_hosts() {
  [ -n "${COMMONPLACE_HOSTS:-}" ] || return 0
  [ "$1" -eq 0 ] || src/test/sh/hosts logs || true
  src/test/sh/hosts down || true
}
