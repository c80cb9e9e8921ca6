# Fencing: makes sure that a server can't wake up and take writes.
# Provides: stop_for_good
# shellcheck shell=bash

# stop_for_good PART: by the supervisor first, because it would start a killed server again, in its old role. Without its
# confirmation nothing is killed. A frozen process does not react to the supervisor's signal, and is killed.
stop_for_good() {
  local pid helper=''
  if [ "$(state_of "$1")" != STOPPED ]; then
    timeout 90 supervisorctl -c "$COMMONPLACE_DATA/supervisor.conf" stop "$1" >/dev/null 2>&1 9>&- &
    helper=$!
  fi
  for _ in {1..300}; do
    [[ ! $(state_of "$1") =~ ^(STOPPING|STOPPED|FATAL)$ ]] || break
    sleep 0.1
  done
  [[ $(state_of "$1") =~ ^(STOPPING|STOPPED|FATAL)$ ]] || die "the supervisor does not stop $1; try again"
  pid=$(pid_of "$1")
  if is_process_of "$1" "$pid"; then
    kill -9 "$pid"
    for _ in {1..100}; do is_process_of "$1" "$pid" || break; sleep 0.1; done
    ! is_process_of "$1" "$pid" || die "$1 (pid $pid) can't be killed; nothing was promoted"
  fi
  # Otherwise it could stop the server that is started next.
  [ -z "$helper" ] || wait "$helper" || true
}

state_of() { supervisor_states "$1" | cut -d ' ' -f 2; }
