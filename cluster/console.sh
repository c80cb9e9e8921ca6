# console up, console down, console status: the administration console, from whose pages an administrator deploys on the
# clones.
# shellcheck shell=bash

command_console_up() {
  umask 077
  load_settings
  load_secrets
  require_supervisor
  lock_cluster
  if ! console_runs; then
    check_ports_free console
    unpack_console
    make_console
    write_supervisor_conf
    # `reread` and `add`, not `update`: the other parts must not be restarted.
    supervisor_ctl reread >/dev/null
    supervisor_ctl add console >/dev/null 2>&1 || true
    trap stop_started_console EXIT
    trap 'exit 1' INT TERM HUP
    rm -f "$COMMONPLACE_DATA/run/console.pid"
    driver_start console
  fi
  await_console
  trap - EXIT INT TERM HUP
  wait_for_members
  say "The console is up:  http://127.0.0.1:$console_port/"
  say "Name:               admin"
  say "Password:           $(console_password)"
  say_unseen_clones || true
}

# The server has been seen to hang in its first start. Then it gets a second one, and a thread dump in its log shows where it
# hung.
await_console() {
  local pid
  (wait_until_healthy 150 console) && return 0
  pid=$(driver_states console | awk '{print $3}')
  [ -z "$pid" ] || kill -QUIT "$pid" 2>/dev/null || true
  sleep 1
  driver_stop console
  driver_start console
  wait_until_healthy 300 console
}

stop_started_console() {
  trap - EXIT
  progress_line ''
  say 'Stopping the console' >&2
  driver_stop console
  exit 1
}

command_console_down() {
  load_settings
  load_secrets
  lock_cluster
  driver_stop console
  say 'The console is down'
}

command_console_status() {
  load_settings
  load_secrets
  console_runs || die 'the console is down; ./commonplace console up starts it'
  console_serves || die "the console runs but does not answer; its log is $COMMONPLACE_DATA/logs/console.log"
  say "The console serves at http://127.0.0.1:$console_port/ and sees $(console_members | paste -sd ' ' - | grep . || echo 'no clone')"
  say_unseen_clones
}

# The console finds the clones one after the other, within seconds.
wait_for_members() {
  local began=$SECONDS
  until [ -z "$(unseen_clones)" ] || [ $((SECONDS - began)) -ge 30 ]; do sleep 1; done
}

unseen_clones() { comm -23 <(driver_clones | sort) <(console_members); }

say_unseen_clones() {
  local part unseen
  unseen=$(unseen_clones)
  for part in $unseen; do
    say "It doesn't see $part. If $part serves people, it has left the grid for a moment: ./commonplace restart $part"
  done
  [ -z "$unseen" ]
}
