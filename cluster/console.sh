# The administration console: a Payara Server beside the clones, in their grid, from whose pages an
# administrator deploys on them. It is stopped until somebody asks for it.
# shellcheck shell=bash

console_up() {
  umask 077
  console_begins
  need_supervisor
  if [ "$(console_is)" != RUNNING ]; then
    check_ports console
    unpack_console
    make_console
    write_supervisor_conf
    # The console alone: what else runs is not to be touched.
    supervisor reread >/dev/null
    supervisor add console >/dev/null 2>&1 || true
    trap give_up_console EXIT
    trap 'exit 1' INT TERM HUP
    rm -f "$COMMONPLACE_DATA/run/console.pid"
    supervisor start console >/dev/null 2>&1 9>&- || true
  fi
  wait_for 300 console
  trap - EXIT INT TERM HUP
  wait_for_sight
  say "The console is up:  http://127.0.0.1:$console_port/"
  say "Name:               admin"
  say "Password:           $(console_password)"
  tell_unseen || true
}

give_up_console() {
  trap - EXIT
  ticker ''
  say 'Stopping the console' >&2
  stop_parts console
  exit 1
}

console_down() {
  console_begins
  stop_parts console
  say 'The console is down'
}

console_status() {
  load_settings
  load_secrets
  if [ "$(console_is)" != RUNNING ]; then
    say 'The console is down; ./commonplace console up starts it'
    return 1
  fi
  healthy console || die "the console runs and does not serve; its log is $COMMONPLACE_DATA/logs/console.log"
  say "The console serves at http://127.0.0.1:$console_port/ and sees $(console_sees | paste -sd ' ' - | grep . || echo 'no clone')"
  tell_unseen
}

console_begins() {
  load_settings
  load_secrets
  lock
}

console_is() { states console | cut -d ' ' -f 2; }

# A line for the status of all parts, while there is one to tell of.
console_state() { states console | grep -v ' STOPPED\| DOWN' || true; }

# A request that comes between the opening of its port and the end of its start would keep it from starting.
console_serves() { console_started && [[ $(curl -s --max-time 5 "http://127.0.0.1:$console_port/") == *j_username* ]]; }

# Whether its pages are there, by what its log says last.
console_started() {
  awk '/^Launching Payara Server/ { early = 1 } /Loading application \[__admingui\]/ { early = 0 } END { exit early }' \
    "$COMMONPLACE_DATA/logs/console.log" 2>/dev/null
}

console_password() { cat "$COMMONPLACE_DATA/console/password"; }

# The clones that it could deploy on, by their names.
console_sees() {
  curl -s --max-time 20 -H 'Accept: application/json' -H 'X-Requested-By: commonplace' \
    -K <(printf 'user = "admin:%s"\n' "$(console_password)") \
    "http://127.0.0.1:$console_port/management/domain/list-hazelcast-cluster-members?type=micro" |
    grep -o '"instanceName":"[^"]*"' | cut -d '"' -f 4 | sort
}

console_doesnt_see() { comm -23 <(parts | grep '^clone-' | sort) <(console_sees); }

# It hears of the clones one after the other, within seconds.
wait_for_sight() {
  local began=$SECONDS
  until [ -z "$(console_doesnt_see)" ] || [ $((SECONDS - began)) -ge 30 ]; do sleep 1; done
}

tell_unseen() {
  local part unseen
  unseen=$(console_doesnt_see)
  for part in $unseen; do
    say "It doesn't see $part. If that serves people, it was out of the grid for a moment: ./commonplace restart $part"
  done
  [ -z "$unseen" ]
}

unpack_console() {
  local zip=$COMMONPLACE_HOME/target/parts/payara.zip
  mkdir -p "$COMMONPLACE_HOME/target"
  exec 8>"$COMMONPLACE_HOME/target/.build-lock"
  flock 8
  if newer "$zip" "$COMMONPLACE_HOME/pom.xml"; then
    step 'Fetching the console (170 MB the first time)' "$COMMONPLACE_DATA/logs/parts.log" fetch_console
  fi
  exec 8>&-
  if newer "$COMMONPLACE_DATA/servers/payara/.unpacked" "$zip"; then
    step 'Unpacking the console' "$COMMONPLACE_DATA/logs/unpack.log" unpack_payara
  fi
}

fetch_console() {
  cd "$COMMONPLACE_HOME" && mvn -B dependency:copy@console && touch target/parts/payara.zip
}

unpack_payara() {
  local to=$COMMONPLACE_DATA/servers/payara
  # Its message broker, its database and its own sample domain are not run.
  rm -rf "$to.new" && mkdir -p "$to.new" && cd "$to.new" &&
    jar xf "$COMMONPLACE_HOME/target/parts/payara.zip" payara6/glassfish && mv payara6/glassfish . && rmdir payara6 &&
    rm -rf glassfish/domains/* && touch .unpacked && rm -rf "$to" && mv "$to.new" "$to"
}

# Its own folder, with a password made at random. Anew when the server is another one.
make_console() {
  local home=$COMMONPLACE_DATA/console unpacked=$COMMONPLACE_DATA/servers/payara/.unpacked
  newer "$home/made" "$unpacked" || return 0
  rm -rf "$home" && mkdir "$home"
  random_word >"$home/password"
  step 'Setting up the console' "$COMMONPLACE_DATA/logs/console-setup.log" make_domain "$home"
  touch "$home/made"
}

make_domain() {
  printf 'AS_ADMIN_PASSWORD=%s\n' "$(cat "$1/password")" >"$1/options" &&
    asadmin --user admin --passwordfile "$1/options" --interactive=false create-domain --nopassword=false --checkports=false \
      --adminport "$console_port" --domaindir "$1/domains" console && rm "$1/options" &&
    sed -i "s|<config name=\"server-config\">|&$(silent)|" "$1/domains/console/config/domain.xml"
}

# What the server would add by itself, listening: a message broker, and one that tells its maker how it does.
silent() {
  printf '%s' '<phone-home-runtime-configuration enabled="false"/>' '<jms-service type="DISABLED" default-jms-host="none">' \
    '<jms-host name="none" host="127.0.0.1" port="0" lazy-init="false"/></jms-service>'
}

# Its starter is a Java program, which the script around it would only find.
asadmin() {
  AS_JAVA='' HOME=$COMMONPLACE_DATA/console java -jar "$COMMONPLACE_DATA/servers/payara/glassfish/lib/client/appserver-cli.jar" "$@"
}
