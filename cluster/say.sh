# How the command talks: one line a step, and on failure one clear line with the log's end.
# shellcheck shell=bash

say() { printf '%s\n' "$*"; }

die() {
  printf 'commonplace: %s\n' "$*" >&2
  exit 1
}

# Prints the last lines of a log, indented, so that they are seen to be quoted; without Java's
# stack frames and Maven's small talk, which would push out what was said.
last_lines() {
  [ -s "$1" ] || return 0
  tail -n 500 "$1" | grep -Ev '^[[:space:]]*at |^\[INFO\]' | tail -n "${2:-15}" | cut -c 1-300 | sed 's/^/    /' >&2
}

# On a terminal a line that is written over while a step lasts; nothing elsewhere (CI logs).
ticker() {
  [ -t 1 ] || return 0
  printf '\r\033[K%s' "$(cut -c 1-"${COLUMNS:-100}" <<<"$*")"
}

# end_helper PID: a function of this shell in the background. Not by a signal that it can hear: a helper that has not
# begun yet would run this shell's traps, which undo what is being done.
end_helper() {
  kill -9 "$1" 2>/dev/null || true
  wait "$1" 2>/dev/null || true
}

# step TEXT LOG COMMAND...: runs a command that takes long, its output in LOG. The command is in
# the foreground, so that Ctrl-C reaches it; what shows the progress is not.
step() {
  local text=$1 log=$2 began=$SECONDS progress failed=''
  shift 2
  show_progress "$text" "$log" &
  progress=$!
  ("$@") >"$log" 2>&1 || failed=1
  end_helper "$progress"
  ticker ''
  if [ -n "$failed" ]; then
    last_lines "$log" 25
    die "$text failed; the whole log is $log"
  fi
  say "$text: done ($((SECONDS - began)) s)"
}

show_progress() {
  local began=$SECONDS
  [ -t 1 ] || { printf '%s ...\n' "$1"; return; }
  while sleep 0.3 && kill -0 "$$" 2>/dev/null; do
    ticker "$1 ... $((SECONDS - began)) s  $(tail -n 1 "$2" 2>/dev/null | tr -dc '[:print:]')"
  done
}
