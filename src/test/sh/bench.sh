# What the benchmarks share: a cluster of their own with the sample handbook and a hello servlet, somebody who is signed in, and
# the CPU time of a request.
# Provides: bench_up bench_ticks bench_primary bench_ids bench_load bench_header bench_compare
# Sets: data base session bench_headers
# shellcheck shell=bash

bench_connections=16
# Further headers of each request, as arguments of wrk.
bench_headers=()

# bench_up: starts the cluster, and sets data, base and session. It ends with the script.
bench_up() {
  local port=${BENCH_PORT:-18100} password jar token
  command -v wrk >/dev/null || { echo "bench: wrk is missing; as root: apt-get install wrk" >&2; exit 1; }
  data=$(mktemp -d "${TMPDIR:-/tmp}/commonplace-bench.XXXXXX")
  hello=$(mktemp -d)
  trap './commonplace down --wipe --yes --data "$data" >/dev/null 2>&1; rm -rf "$data" "$hello"' EXIT
  mvn -B -q -DskipTests test-compile
  mkdir -p "$hello/WEB-INF/classes"
  (cd target/test-classes && cp --parents io/commonplace/bench/HelloServlet.class "$hello/WEB-INF/classes")
  jar --create --file "$hello/hello.war" -C "$hello" WEB-INF
  export COMMONPLACE_ALSO_DEPLOY=$hello/hello.war COMMONPLACE_KEEP_PASSWORD=true
  ./commonplace up --data "$data" --port "$port" >"$data.log" 2>&1 || { cat "$data.log"; exit 1; }
  rm -f "$data.log"

  base=http://127.0.0.1:$port
  password=$(sed -n 's/^ADMIN_PASSWORD=//p' "$data/secrets")
  jar=$data/cookies
  token=$(curl -sf -c "$jar" "$base/login" | sed -n 's/.*name="csrf" value="\([^"]*\)".*/\1/p' | head -1)
  curl -sf -o /dev/null -b "$jar" -c "$jar" -H "Origin: $base" "$base/login" --data-urlencode "password=$password" \
    -d "signin=signin&name=admin&go=x&jakarta.faces.ViewState=stateless" --data-urlencode "csrf=$token"
  session=$(awk '$6 == "session" { print $7 }' "$jar")
}

# bench_primary: runs standard input on the primary.
bench_primary() {
  "$data/servers/mariadb/bin/mariadb" --no-defaults --socket="$data/run/$(cat "$data/primary").sock" --user="$(id -un)" \
    --skip-ssl --batch --skip-column-names commonplace
}

# bench_ids COUNT: takes identifiers, and prints the first of them.
bench_ids() {
  bench_primary <<<"select next_value from id_block where name = 'any'; update id_block set next_value = next_value + $1 where name = 'any'"
}

# bench_ticks: prints the clock ticks that the balancer's workers and the clones have used so far.
bench_ticks() {
  local pids
  pids=$(pgrep -f -- "$data" | while read -r pid; do
    case $(tr '\0' ' ' <"/proc/$pid/cmdline" 2>/dev/null) in *haproxy*|*payara-micro.jar*) echo "$pid" ;; esac
  done)
  for pid in $pids; do awk '{ print $14 + $15 }' "/proc/$pid/stat" 2>/dev/null; done | awk '{ s += $1 } END { print s }'
}

# bench_load PATH SECONDS [QUERIES]: prints the milliseconds of CPU per request, the requests per second, and the median and the
# 99th percentile of the response time in milliseconds. QUERIES is a file of queries, one a line, which follow PATH in turn.
bench_load() {
  local before after out script=()
  [ $# -lt 3 ] || script=(-s src/test/sh/queries.lua)
  before=$(bench_ticks)
  out=$(wrk -t1 -c"$bench_connections" -d"${2}s" --latency "${script[@]}" -H "Cookie: session=$session" "${bench_headers[@]}" "$base$1" ${3:+-- "$3"})
  after=$(bench_ticks)
  if grep -q 'Non-2xx' <<<"$out"; then echo "bench: errors while loading $1: $out" >&2; exit 1; fi
  awk -v t=$((after - before)) -v hz="$(getconf CLK_TCK)" -v s="$2" '
    function ms(time) { return time ~ /us$/ ? time / 1000 : time ~ /ms$/ ? time + 0 : time ~ /m$/ ? time * 60000 : time * 1000 }
    $1 == "50%" { half = ms($2) } $1 == "99%" { slow = ms($2) } /requests in/ { n = $1 }
    END { printf "%.3f %.0f %.1f %.1f\n", 1000 * t / hz / n, n / s, half, slow }' <<<"$out"
}

# bench_header: prints the names of the columns of bench_compare.
bench_header() {
  echo "HAProxy and 2 clones, $bench_connections connections; the mean of 3 rounds, by turns with a hello servlet in the same clones"
  printf '%-14s %12s %12s %12s %9s %9s\n' "" "CPU ms/req" "of a hello" "requests/s" "p50 ms" "p99 ms"
}

# bench_compare NAME PATH [QUERIES]: loads PATH and the hello servlet by turns, and prints a row for each.
bench_compare() {
  local seconds=${BENCH_SECONDS:-20} hello asked
  for _ in 1 2 3; do
    hello=$(bench_load /hello/ "$seconds")
    asked=$(bench_load "$2" "$seconds" "${@:3}")
    printf 'hello %s\nasked %s\n' "$hello" "$asked"
  done | awk -v name="$1" '
    function row(what, kind) {
      printf "%-14s %12.3f %11.2fx %12.0f %9.1f %9.1f\n", what, cpu[kind] / 3, cpu[kind] / cpu["hello"], rate[kind] / 3, half[kind] / 3, slow[kind] / 3
    }
    { cpu[$1] += $2; rate[$1] += $3; half[$1] += $4; slow[$1] += $5 }
    END { if (NR < 6) exit 1; row("hello", "hello"); row(name, "asked") }'
}
