# Visits to one clone, past the balancer, by the administrator: they warm its compiler and its caches
# before people come, and show what is wrong with it.
# shellcheck shell=bash

# Until it gets no faster, or for half a minute. Fails if any page can't be shown.
warm() {
  local began=$SECONDS before=0 now round
  for round in {1..12}; do
    now=$(visit "$1" | awk '{ sum += $1 } END { print int(sum * 1000) }') || exit 1
    [ "$round" -lt 3 ] || [ $((now * 10)) -lt $((before * 8)) ] || break
    [ $((SECONDS - began)) -lt 30 ] || break
    before=$now
  done
}

# The milliseconds that the middle one of the pages takes.
pace() { visit "$1" | sort -n | awk '{ all[NR] = $1 } END { print int(all[int((NR + 1) / 2)] * 1000) }'; }

# visit PART [SITE]: each page once, past the balancer or by the site's address; prints what each took, in
# seconds.
visit() {
  local past site start=/ jar=$COMMONPLACE_DATA/run/visitor answers
  past=$(past_balancer "$1")
  site=${2:-$past}
  enter "$past" || start=/login
  # The session is the same by the site's address; and the balancer's mark, by which it gives this visitor to that
  # clone.
  {
    sed "s/^\(#HttpOnly_\)\{0,1\}$(host_in "$past")/\1$(host_in "$site")/" "$jar"
    printf '%s\tFALSE\t/\tFALSE\t0\tCLONE\t%s\n' "$(host_in "$site")" "$1"
  } >"$jar.$1"
  answers=$(pages "$site" "$start" "$jar.$1" | curl_site -s --max-time 20 -b "$jar.$1" -w '%{http_code} %{time_total}\n' -K -) || true
  if [ -z "$answers" ] || grep -qv '^200 ' <<<"$answers"; then
    die "$1 answers with $(grep -v '^200 ' <<<"$answers" | cut -d ' ' -f 1 | sort | uniq -c | awk '{ print $2 " (" $1 " times)" }' | paste -sd ' ' -)"
  fi
  cut -d ' ' -f 2 <<<"$answers"
}

# curl_site ARGUMENT...: this machine's own balancer is asked by its address, for which no certificate is made out.
curl_site() { if [ "${certificate:-none}" = none ]; then curl "$@"; else curl --insecure "$@"; fi; }

# pages SITE START COOKIES: the start page, and up to twenty pages of what it leads to.
pages() {
  local path list
  list=$(curl_site -s --max-time 20 -b "$3" "$1$2" | paths | head -n 5)
  [ -z "$list" ] || list+=$'\n'$(curl_site -s --max-time 20 -b "$3" "$1$(head -n 1 <<<"$list")" | paths | head -n 20)
  for path in "$2" $list; do printf 'url = "%s%s"\noutput = "/dev/null"\n' "$1" "$path"; done
}

host_in() { sed 's|^[a-z]*://||; s|[:/].*||' <<<"$1"; }

paths() { grep -oE 'href="/s/[A-Za-z0-9/_.%-]+"' | sed 's/^href="//; s/"$//' | awk '!seen[$0]++'; }

# enter SITE: signs in, unless the session of the last time still holds. False when the administrator has
# another name or password by now, or has to choose one: then there is the page for signing in, and no other.
enter() {
  local jar=$COMMONPLACE_DATA/run/visitor token password=${ADMIN_PASSWORD:-${COMMONPLACE_PASSWORD:-}}
  ! is_in "$1" || return 0
  [ -n "$password" ] || return 1
  token=$(curl -s --max-time 20 -c "$jar" "$1/login" | sed -n 's/.*name="csrf" value="\([^"]*\)".*/\1/p' | head -n 1)
  # The password goes through a pipe: a command line can be read by everyone on the machine.
  [ "$(curl -s --max-time 20 -o /dev/null -w '%{http_code}' -b "$jar" -c "$jar" -H "Origin: $1" "$1/login" -d signin=signin -d name=admin -d go=x \
    -d jakarta.faces.ViewState=stateless --data-urlencode "csrf=$token" --data-urlencode password@<(printf '%s' "$password"))" = 302 ] && is_in "$1"
}

is_in() { [ "$(curl -s --max-time 20 -o /dev/null -b "$COMMONPLACE_DATA/run/visitor" -w '%{http_code}' "$1/")" = 200 ]; }
