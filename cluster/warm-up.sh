# Visits the pages of one clone as the administrator. That warms up its compiler and its caches before people come, and shows
# errors.
# Provides: warm_up page_time visit_pages curl_site
# shellcheck shell=bash

# warm_up CLONE: until it gets no faster, for at most half a minute. Fails if a page answers with an error.
warm_up() {
  local began=$SECONDS before=0 now round
  for round in {1..12}; do
    now=$(visit_pages "$1" | awk '{ sum += $1 } END { print int(sum * 1000) }') || exit 1
    [ "$round" -lt 3 ] || [ $((now * 10)) -lt $((before * 8)) ] || break
    [ $((SECONDS - began)) -lt 30 ] || break
    before=$now
  done
}

# page_time CLONE: prints the median of what its pages take, in milliseconds.
page_time() { visit_pages "$1" | sort -n | awk '{ all[NR] = $1 } END { print int(all[int((NR + 1) / 2)] * 1000) }'; }

# visit_pages CLONE [SITE]: visits each page once, bypassing the balancer, or through the balancer by the site's address;
# prints the seconds that each took.
visit_pages() {
  local direct site start=/ jar=$COMMONPLACE_DATA/run/visitor answers
  direct=$(driver_url "$1")
  site=${2:-$direct}
  sign_in "$direct" || start=/login
  # The session cookie of the clone's own address is copied to the site's address; with the balancer's cookie, by which it
  # sends this visitor to that clone.
  {
    sed "s/^\(#HttpOnly_\)\{0,1\}$(host_of_url "$direct")/\1$(host_of_url "$site")/" "$jar"
    printf '%s\tFALSE\t/\tFALSE\t0\tCLONE\t%s\n' "$(host_of_url "$site")" "$1"
  } >"$jar.$1"
  answers=$(page_urls "$site" "$start" "$jar.$1" | curl_site -s --max-time 20 -b "$jar.$1" -w '%{http_code} %{time_total}\n' -K -) || true
  if [ -z "$answers" ] || grep -qv '^200 ' <<<"$answers"; then
    die "$1 answers with $(grep -v '^200 ' <<<"$answers" | cut -d ' ' -f 1 | sort | uniq -c | awk '{ print $2 " (" $1 " times)" }' | paste -sd ' ' -)"
  fi
  cut -d ' ' -f 2 <<<"$answers"
}

# curl_site ARGUMENT...: with a certificate, this machine's balancer is called by its IP address, to which the certificate
# does not apply.
curl_site() { if [ "${certificate:-none}" = none ]; then curl "$@"; else curl --insecure "$@"; fi; }

# page_urls SITE START COOKIES: prints, for curl -K, the start page and up to twenty pages that it links to.
page_urls() {
  local path list
  list=$(curl_site -s --max-time 20 -b "$3" "$1$2" | page_paths | head -n 5)
  [ -z "$list" ] || list+=$'\n'$(curl_site -s --max-time 20 -b "$3" "$1$(head -n 1 <<<"$list")" | page_paths | head -n 20)
  for path in "$2" $list; do printf 'url = "%s%s"\noutput = "/dev/null"\n' "$1" "$path"; done
}

host_of_url() { sed 's|^[a-z]*://||; s|[:/].*||' <<<"$1"; }

page_paths() { grep -oE 'href="/s/[A-Za-z0-9/_.%-]+"' | sed 's/^href="//; s/"$//' | awk '!seen[$0]++'; }

# sign_in SITE: unless the last session is still valid. False if the administrator's name or password is not the known one,
# or if a new password must be chosen: then only the login page can be visited.
sign_in() {
  local jar=$COMMONPLACE_DATA/run/visitor token password=${ADMIN_PASSWORD:-${COMMONPLACE_PASSWORD:-}}
  ! is_signed_in "$1" || return 0
  [ -n "$password" ] || return 1
  token=$(curl -s --max-time 20 -c "$jar" "$1/login" | sed -n 's/.*name="csrf" value="\([^"]*\)".*/\1/p' | head -n 1)
  # The password goes through a pipe: every account of the machine can read a command line.
  [ "$(curl -s --max-time 20 -o /dev/null -w '%{http_code}' -b "$jar" -c "$jar" -H "Origin: $1" "$1/login" -d signin=signin -d name=admin -d go=x \
    -d jakarta.faces.ViewState=stateless --data-urlencode "csrf=$token" --data-urlencode password@<(printf '%s' "$password"))" = 302 ] && is_signed_in "$1"
}

is_signed_in() { [ "$(curl -s --max-time 20 -o /dev/null -b "$COMMONPLACE_DATA/run/visitor" -w '%{http_code}' "$1/")" = 200 ]; }
