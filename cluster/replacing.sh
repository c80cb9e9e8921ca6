# What rolling out (cluster/roll.sh) needs of a cluster on one machine.
# shellcheck shell=bash

roll_begins() {
  load_settings
  load_secrets
  need_supervisor
  lock
  # The new version may want one that the old one didn't know.
  create_secrets
  load_secrets
  missing=()
}

clones_here() { parts | grep '^clone-'; }

warn_if_alone() {
  [ "$clones" -gt 1 ] || say 'There is one clone only: nobody is served while it is replaced (./commonplace scale 2 first)'
}

log_of() { echo "$COMMONPLACE_DATA/logs/$1.log"; }

past_balancer() { echo "http://127.0.0.1:$(port_of "$1")"; }

is_up() { healthy "$1" && [ "$(balancer_sees "$1" status)" = UP ]; }

start_clone() { supervisor start "$1" >/dev/null 2>&1 9>&- || true; }

# First past the balancer, until it is warm; then the way that people will come, before they do: who has the
# clone's mark gets to it already.
try_out() {
  route "$1" drain
  wait_until "$1" DRAIN
  warm "$1" && visit "$1" "$(site)" >/dev/null
}

# Was done before people came.
try_by_site() { :; }

let_in() {
  undrain "$1"
  wait_until "$1" UP
}

# wait_until CLONE STATE: by the balancer's own view; nobody's request is spent on finding out.
wait_until() {
  local began=$SECONDS
  until [ "$(balancer_sees "$1" status)" = "$2" ]; do
    [ $((SECONDS - began)) -lt 20 ] || die "the balancer does not take in $1"
    sleep 0.5
  done
}

# balancer_sees CLONE COLUMN: of the balancer's statistics.
balancer_sees() {
  balancer_says 'show stat' | awk -F, -v clone="$1" -v column="$2" '
    NR == 1 { sub(/^# /, ""); for (i = 1; i <= NF; i++) at[$i] = i }
    $1 == "clones" && $2 == clone { print $at[column] }'
}

# Answers so far, and how many of them were errors or none at all, as the balancer has counted them.
answers_of() {
  balancer_says 'show stat' | awk -F, -v clone="$1" '
    NR == 1 { sub(/^# /, ""); for (i = 1; i <= NF; i++) at[$i] = i }
    $2 == clone {
      errors += $at["hrsp_5xx"] + $at["econ"] + $at["eresp"]
      answers += $at["hrsp_2xx"] + $at["hrsp_3xx"] + $at["hrsp_4xx"] + $at["hrsp_5xx"]
    }
    END { print answers + 0, errors + 0 }'
}
