# The server of the administration console: a Payara Server beside the clones and in their data grid.
# Provides: console_runs console_state console_serves console_password console_members unpack_console make_console asadmin
# shellcheck shell=bash

console_runs() { [[ $(supervisor_states console) == *' RUNNING '* ]]; }

# Its line for `status`; nothing while it is stopped.
console_state() { supervisor_states console | grep -v ' STOPPED\| DOWN' || true; }

# Not before it has started: a request between the opening of its port and the end of its start would keep it from starting.
console_serves() { console_started && [[ $(curl -s --max-time 5 "http://127.0.0.1:$console_port/") == *j_username* ]]; }

# By its log: true if its pages were loaded after the last start.
console_started() {
  awk '/^Launching Payara Server/ { early = 1 } /Loading application \[__admingui\]/ { early = 0 } END { exit early }' \
    "$COMMONPLACE_DATA/logs/console.log" 2>/dev/null
}

console_password() { cat "$COMMONPLACE_DATA/console/password"; }

# The names of the clones that it could deploy on.
console_members() {
  curl -s --max-time 20 -H 'Accept: application/json' -H 'X-Requested-By: commonplace' \
    -K <(printf 'user = "admin:%s"\n' "$(console_password)") \
    "http://127.0.0.1:$console_port/management/domain/list-hazelcast-cluster-members?type=micro" |
    grep -o '"instanceName":"[^"]*"' | cut -d '"' -f 4 | sort
}

unpack_console() {
  local zip=$COMMONPLACE_HOME/target/parts/payara.zip
  mkdir -p "$COMMONPLACE_HOME/target"
  exec 8>"$COMMONPLACE_HOME/target/.build-lock"
  flock 8
  if needs_build "$zip" "$COMMONPLACE_HOME/pom.xml"; then
    run_step 'Fetching the console (170 MB the first time)' "$COMMONPLACE_DATA/logs/parts.log" fetch_console
  fi
  exec 8>&-
  if needs_build "$COMMONPLACE_DATA/servers/payara/.unpacked" "$zip"; then
    run_step 'Unpacking the console' "$COMMONPLACE_DATA/logs/unpack.log" unpack_payara
  fi
}

fetch_console() {
  cd "$COMMONPLACE_HOME" && mvn -B dependency:copy@console && touch target/parts/payara.zip
}

unpack_payara() {
  local to=$COMMONPLACE_DATA/servers/payara
  # Without its message broker, its database and its sample domain.
  rm -rf "$to.new" && mkdir -p "$to.new" && cd "$to.new" &&
    jar xf "$COMMONPLACE_HOME/target/parts/payara.zip" payara6/glassfish && mv payara6/glassfish . && rmdir payara6 &&
    rm -rf glassfish/domains/* && touch .unpacked && rm -rf "$to" && mv "$to.new" "$to"
}

# Its own folder, with a random password; made again for another version of the server.
make_console() {
  local home=$COMMONPLACE_DATA/console unpacked=$COMMONPLACE_DATA/servers/payara/.unpacked
  needs_build "$home/made" "$unpacked" || return 0
  rm -rf "$home" && mkdir "$home"
  random_word >"$home/password"
  run_step 'Setting up the console' "$COMMONPLACE_DATA/logs/console-setup.log" make_domain "$home"
  touch "$home/made"
}

make_domain() {
  printf 'AS_ADMIN_PASSWORD=%s\n' "$(cat "$1/password")" >"$1/options" &&
    asadmin --user admin --passwordfile "$1/options" --interactive=false create-domain --nopassword=false --checkports=false \
      --adminport "$console_port" --domaindir "$1/domains" console && rm "$1/options" &&
    sed -i "s|<config name=\"server-config\">|&$(silent_services)|" "$1/domains/console/config/domain.xml"
}

# Switches off what the server starts by default and what listens: a message broker, and reports to its maker.
silent_services() {
  printf '%s' '<phone-home-runtime-configuration enabled="false"/>' '<jms-service type="DISABLED" default-jms-host="none">' \
    '<jms-host name="none" host="127.0.0.1" port="0" lazy-init="false"/></jms-service>'
}

# Directly, without the shell script that only searches for Java.
asadmin() {
  AS_JAVA='' HOME=$COMMONPLACE_DATA/console java -jar "$COMMONPLACE_DATA/servers/payara/glassfish/lib/client/appserver-cli.jar" "$@"
}
