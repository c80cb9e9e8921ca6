# HAProxy's runtime socket: the routing to the clones and to the primary, and the statistics
# (https://docs.haproxy.org/2.6/management.html#9.3).
# Provides: balancer_says balancer_sees route_clone route_again route_writes requests_in_flight wait_for_route
# shellcheck shell=bash

# balancer_says COMMANDS: prints the answer. In Perl, which is on every Debian and starts in a tenth of Python's time; a
# roll-out calls it often.
balancer_says() {
  timeout 5 perl -MIO::Socket::UNIX -e '
    my $balancer = IO::Socket::UNIX->new($ARGV[0]) or die "The balancer does not answer: $!\n";
    print $balancer "$ARGV[1]\n";
    my $answer = do { local $/; <$balancer> } // "";
    $answer =~ s/^\s+|\s+$//g;
    print "$answer\n" if length $answer;' "$COMMONPLACE_DATA/run/balancer.sock" "$1"
}

# balancer_sees CLONE COLUMN: prints that column of the balancer's statistics.
balancer_sees() {
  balancer_says 'show stat' | awk -F, -v clone="$1" -v column="$2" '
    NR == 1 { sub(/^# /, ""); for (i = 1; i <= NF; i++) at[$i] = i }
    $1 == "clones" && $2 == clone { print $at[column] }'
}

# route_clone CLONE STATE: ready, drain or maint, in all of the balancer's backends.
route_clone() {
  local server commands=''
  for server in {clones,clones-once,clones-push}/"$1" {clones,clones-once}/late-"${1#clone-}"; do
    commands+="set server $server state $2; "
  done
  balancer_says "${commands%; }"
}

# route_again PART: ends what driver_drain has begun, and does not wait; nothing for a part that is not a clone.
route_again() {
  [[ $1 == clone-* ]] || return 0
  route_clone "$1" ready
}

# wait_for_route CLONE STATUS: until the statistics show it. No visitor's request is needed to find out.
wait_for_route() {
  local began=$SECONDS
  until [ "$(balancer_sees "$1" status)" = "$2" ]; do
    [ $((SECONDS - began)) -lt 20 ] || die "the balancer does not show $1 as $2 after 20 s; ./commonplace status"
    sleep 0.5
  done
}

# Requests that the clone is answering, without the connections that browsers keep open for server push.
requests_in_flight() {
  balancer_says 'show stat' | awk -F, -v clone="$1" -v late="late-${1#clone-}" '
    $1 != "clones-push" && ($2 == clone || $2 == late) { sum += $5 } END { print sum + 0 }'
}

# route_writes DATABASE: the balancer's checks would find the new primary within two seconds. This way it knows at once, and
# cuts the connections to the old one.
route_writes() {
  local server
  for server in $(database_names); do
    [ "$server" = "$1" ] || balancer_says "set server db-writable/$server health down" >/dev/null 2>&1 || true
  done
  balancer_says "set server db-writable/$1 health up" >/dev/null 2>&1 ||
    say 'The balancer does not answer; it will find the primary by its own checks'
}
