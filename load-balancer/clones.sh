# The balancer's list of clones, and taking one out of the routing and in again.
# shellcheck shell=bash

write_clones() {
  local file=$COMMONPLACE_DATA/balancer/clones.cfg clones_at=() i
  mkdir -p "$COMMONPLACE_DATA/balancer"
  for ((i = 1; i <= clones; i++)); do clones_at+=("clone-$i=127.0.0.1:$(listens_at "$i")"); done
  fill_list "${clones_at[@]}" <"$COMMONPLACE_HOME/load-balancer/clones.cfg" >"$file.new"
  cmp -s "$file.new" "$file" || reload_needed=1
  mv "$file.new" "$file"
}

# Where the balancer finds a clone.
listens_at() { if [ "$tls" = on ]; then tls_port "$1"; else clone_port "$1"; fi; }

# A new process takes over the listening sockets; the old one ends with its last connection.
reload_balancer() {
  [ -n "${reload_needed:-}" ] && [[ " ${missing[*]} " != *' balancer '* ]] || return 0
  supervisor signal USR2 balancer >/dev/null
}

drain() {
  [[ $1 == clone-* ]] || return 0
  # Nobody new comes; what it is answering may end, up to half a minute. Only then maintenance, which
  # cuts what is left.
  route "$1" drain
  for _ in {1..60}; do
    [ "$(in_flight "$1")" -gt 0 ] || break
    sleep 0.5
  done
  route "$1" maint
}

# Requests that the clone is answering; what browsers hold open to hear news is none.
in_flight() {
  balancer_says 'show stat' | awk -F, -v clone="$1" -v late="late-${1#clone-}" '
    $1 != "clones-push" && ($2 == clone || $2 == late) { sum += $5 } END { print sum + 0 }'
}

undrain() {
  [[ $1 == clone-* ]] || return 0
  route "$1" ready
}

# route CLONE STATE: everywhere where the balancer knows it.
route() {
  local server commands=''
  for server in {clones,clones-once,clones-push}/"$1" {clones,clones-once}/late-"${1#clone-}"; do
    commands+="set server $server state $2; "
  done
  balancer_says "${commands%; }"
}

# balancer_says COMMANDS: perl is on every Debian, and starts in a tenth of Python's time; a roll-out asks often.
balancer_says() {
  timeout 5 perl -MIO::Socket::UNIX -e '
    my $balancer = IO::Socket::UNIX->new($ARGV[0]) or die "The balancer does not answer: $!\n";
    print $balancer "$ARGV[1]\n";
    my $answer = do { local $/; <$balancer> } // "";
    $answer =~ s/^\s+|\s+$//g;
    print "$answer\n" if length $answer;' "$COMMONPLACE_DATA/run/balancer.sock" "$1"
}
