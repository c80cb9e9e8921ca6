# Sessions with the servers that stay open, because the start of a client takes a tenth of a second of processor time.
# Provides: ask_session close_session close_sessions
# Sets: answer answers session_pid session_patience
# shellcheck shell=bash

declare -A session_pid=() session_in=() session_out=() session_asked=() session_lines=() session_rest=()

# How long ask_session waits for an answer, in tenths of a second.
session_patience=5

# ask_session PART STATEMENTS: sets answers to the lines of the answer, and answer to the last of them. False if the server
# refused, or if no answer came in time: then the next call waits for the same answer and asks nothing new. After three
# seconds without an answer the session is closed.
ask_session() {
  local part=$1 line='' tries
  answer='' answers=''
  [ -n "${session_pid[$part]:-}" ] || open_session "$part"
  if [ -z "${session_asked[$part]:-}" ]; then
    session_asked[$part]=$SECONDS session_lines[$part]=''
    { printf "%s SELECT '--';\n" "$2" >&"${session_in[$part]}"; } 2>/dev/null
  fi
  tries=0
  while [ "$tries" -lt "$session_patience" ]; do
    if IFS= read -r -t 0.1 -u "${session_out[$part]}" line; then
      line=${session_rest[$part]:-}$line session_rest[$part]=''
      [ "$line" = -- ] || { session_lines[$part]+=$line$'\n'; continue; }
      session_asked[$part]='' answers=${session_lines[$part]%$'\n'}
      answer=${answers##*$'\n'}
      return 0
    fi
    # The time was over in the middle of a line.
    session_rest[$part]=${session_rest[$part]:-}$line
    kill -0 "${session_pid[$part]}" 2>/dev/null || break
    tries=$((tries + 1))
  done
  [ "$tries" -gt 0 ] && kill -0 "${session_pid[$part]}" 2>/dev/null && [ $((SECONDS - session_asked[$part])) -lt 3 ] || close_session "$part"
  return 1
}

open_session() {
  local part=$1 pipe=$COMMONPLACE_DATA/run/session.$$.$1 in out questions
  rm -f "$pipe".{in,out}
  mkfifo "$pipe".{in,out}
  # shellcheck disable=SC2094 # A pipe
  # Opened for reading and writing: opened for one of them it would wait for the other end. Once open it needs no name.
  exec {in}<>"$pipe.in" {out}<>"$pipe.out" {questions}<"$pipe.in"
  rm "$pipe".{in,out}
  # An error ends the client, and so the session. The client also ends with this process, by a signal; or, if that process
  # ended before the client had asked for the signal, by the end of its pipe.
  GLIBC_TUNABLES=$large_pages setpriv --pdeathsig KILL "$COMMONPLACE_DATA/servers/mariadb/bin/mariadb" --no-defaults --socket="$COMMONPLACE_DATA/run/$part.sock" --user="$(id -un)" \
    --skip-ssl --connect-timeout=2 --batch --skip-column-names --unbuffered <&"$questions" >&"$out" 2>/dev/null 9>&- {in}>&- &
  exec {questions}<&-
  session_pid[$part]=$! session_in[$part]=$in session_out[$part]=$out
}

close_session() {
  local part=$1 fd
  kill -9 "${session_pid[$part]}" 2>/dev/null || true
  wait "${session_pid[$part]}" 2>/dev/null || true
  for fd in "${session_in[$part]}" "${session_out[$part]}"; do exec {fd}>&-; done
  unset "session_pid[$part]" "session_in[$part]" "session_out[$part]" "session_asked[$part]" "session_lines[$part]" "session_rest[$part]"
}

close_sessions() {
  local part
  for part in "${!session_pid[@]}"; do close_session "$part"; done
}
