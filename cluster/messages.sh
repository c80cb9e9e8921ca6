# What the commands print: a line for each step; for a failure, one clear line and the end of the log.
# Provides: say die last_lines progress_line run_step kill_helper
# shellcheck shell=bash

say() { printf '%s\n' "$*"; }

die() {
  printf 'commonplace: %s\n' "$*" >&2
  exit 1
}

# last_lines FILE [COUNT]: prints the end of a log, indented to show that it is quoted. Java's stack frames and Maven's
# [INFO] lines are left out, because they would push the messages out.
last_lines() {
  [ -s "$1" ] || return 0
  tail -n 500 "$1" | grep -Ev '^[[:space:]]*at |^\[INFO\]' | tail -n "${2:-15}" | cut -c 1-300 | sed 's/^/    /' >&2
}

# progress_line TEXT: on a terminal, a line that the next one overwrites; elsewhere (CI logs) nothing.
progress_line() {
  [ -t 1 ] || return 0
  printf '\r\033[K%s' "$(cut -c 1-"${COLUMNS:-100}" <<<"$*")"
}

# kill_helper PID: ends a background function of this shell. By SIGKILL, because any other signal could reach a helper
# that has just been forked: it would run this shell's traps, which undo the work in progress.
kill_helper() {
  kill -9 "$1" 2>/dev/null || true
  wait "$1" 2>/dev/null || true
}

# run_step TEXT LOG COMMAND...: runs a command that takes long, and writes its output to LOG. The command is in the
# foreground, so that Ctrl-C reaches it; the progress display is in the background.
run_step() {
  local text=$1 log=$2 began=$SECONDS progress failed=''
  shift 2
  show_progress "$text" "$log" &
  progress=$!
  ("$@") >"$log" 2>&1 || failed=1
  kill_helper "$progress"
  progress_line ''
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
    progress_line "$1 ... $((SECONDS - began)) s  $(tail -n 1 "$2" 2>/dev/null | tr -dc '[:print:]')"
  done
}
