# The cluster's settings, secrets, ports and names of parts. The commands and each part's `run` read them, so that a part
# that the supervisor restarts finds the same values.
# Provides: settings_from_options load_settings create_settings keep_setting
# Provides: require_cluster create_secrets load_secrets random_word
# Provides: clone_port tls_port grid_port database_port database_names part_names part_and_console_names
# Provides: site_scheme site_url
# Sets: port bind address site certificate tls clones databases auto_failover
# Sets: clone_memory database_memory broker_memory console_memory disk_reserve log_format traces
# Sets: db_rw_port broker_port console_port console_grid_port database_slots
# Sets: option_port option_bind option_address option_certificate option_tls option_clones option_databases option_failover
# shellcheck shell=bash disable=SC2034

setting_names='port bind address site certificate tls clones databases auto_failover clone_memory database_memory broker_memory console_memory disk_reserve log_format traces'

# What `up` was given, or the environment: it overrides the file. Only `up` has such options.
settings_from_options() {
  option_port=${options[--port]:-${COMMONPLACE_PORT:-}} option_bind=${options[--bind]:-${COMMONPLACE_BIND:-}}
  option_clones=${options[--clones]:-${COMMONPLACE_CLONES:-}} option_databases=${options[--databases]:-}
  option_address=${options[--address]:-} option_certificate=${options[--certificate]:-}
  option_tls=${options[--tls]:+on} option_failover=${options[--auto-failover]:+on}
  [ -z "$option_certificate" ] || option_certificate=$(realpath -m "$option_certificate")
  if [ -n "${options[--no-auto-failover]:-}" ]; then
    [ -z "$option_failover" ] || die 'up takes --auto-failover or --no-auto-failover, not both'
    option_failover=off
  fi
}

load_settings() {
  port=8080 bind=127.0.0.1 address=127.0.0.1 site=none certificate=none tls=off clones=2 databases=2 auto_failover=off clone_memory=512m database_memory=256M broker_memory=256m console_memory=512m disk_reserve=500m log_format=text traces=off
  read_settings "$COMMONPLACE_DATA/settings"
  [ -z "${option_port:-}" ] || port=$option_port
  [ -z "${option_bind:-}" ] || bind=$option_bind
  [ -z "${option_address:-}" ] || address=$option_address
  [ -z "${option_certificate:-}" ] || certificate=$option_certificate
  [ -z "${option_tls:-}" ] || tls=$option_tls
  [ -z "${option_clones:-}" ] || clones=$option_clones
  [ -z "${option_databases:-}" ] || databases=$option_databases
  [ -z "${option_failover:-}" ] || auto_failover=$option_failover
  check_settings
  # All ports follow from the first one, so that a second cluster needs only one number.
  db_rw_port=$((port + 1))
  broker_port=$((port + 5))
  console_port=$((port + 3)) console_grid_port=$((port + 40))
}

read_settings() {
  local line
  [ -f "$1" ] || return 0
  while IFS= read -r line; do
    [[ $line =~ ^[[:space:]]*(#|$) ]] && continue
    [[ $line =~ ^([a-z_]+)=([A-Za-z0-9.:/_-]+)$ && " $setting_names " == *" ${BASH_REMATCH[1]} "* ]] ||
      die "$1: can't read the line '$line'; cluster/settings.default shows all settings"
    printf -v "${BASH_REMATCH[1]}" '%s' "${BASH_REMATCH[2]}"
  done <"$1"
}

check_settings() {
  [[ $clones =~ ^[0-9]$ ]] || die "the number of clones is 0 to 9, not '$clones'"
  [[ $databases =~ ^[2-4]$ ]] || die "the number of databases is 2 to 4, not '$databases'"
  [[ $auto_failover =~ ^(on|off)$ ]] || die "auto_failover is on or off, not '$auto_failover'"
  [[ $tls =~ ^(on|off)$ ]] || die "tls is on or off, not '$tls'"
  [[ $site =~ ^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$ ]] || die "the site is a name like wiki.example.com, or none, not '$site'"
  [[ $certificate == none || $certificate =~ ^/[A-Za-z0-9.:/_-]+$ ]] || die "the certificate is a file with a plain absolute path, or none, not '$certificate'"
  [[ $log_format =~ ^(text|json)$ ]] || die "log_format is text or json, not '$log_format'"
  [[ $traces =~ ^(off|[A-Za-z0-9.-]+:[0-9]+)$ ]] || die "traces is off or host:port, not '$traces'"
  [[ $port =~ ^[0-9]+$ ]] && [ "$port" -ge 1 ] && [ "$port" -le 65400 ] ||
    die "the port is a number up to 65400, not '$port'"
  [[ $bind =~ ^[0-9.]+$ ]] || die "the address to bind must be an IPv4 address like 0.0.0.0, not '$bind'"
  [[ $address =~ ^([0-9]+\.){3}[0-9]+$ ]] && [ "$address" != 0.0.0.0 ] ||
    die "the address of the parts is one of this machine, like 10.0.0.31, not '$address'"
  local name
  for name in clone_memory database_memory broker_memory console_memory disk_reserve; do
    [[ ${!name} =~ ^[0-9]+[mMgG]$ ]] || die "$name is a size like 512m or 1g, not '${!name}'"
  done
}

clone_port() { echo $((port + 10 + $1)); }
tls_port() { echo $((port + 20 + $1)); }
grid_port() { echo $((port + 30 + $1)); }
database_port() { echo $((port + 40 + $1)); }

# A cluster has up to four databases, each in a slot with a port of its own. The balancer and the clones always know all
# slots, so they need no restart when a database is added.
database_slots='1 2 3 4'
database_names() { seq -f 'database-%g' "$databases"; }

# In the order in which the parts start; they stop in the reverse order.
part_names() {
  database_names
  printf '%s\n' watcher broker balancer
  seq -f 'clone-%g' "$clones"
}

# With the console, once it was started: no part needs it, and `up` does not start it.
part_and_console_names() {
  part_names
  [ ! -d "$COMMONPLACE_DATA/console" ] || echo console
}

site_scheme() { if [ "$certificate" = none ]; then echo http; else echo https; fi; }

# The site's address on this machine.
site_url() { echo "$(site_scheme)://$(case $bind in 0.0.0.0) echo 127.0.0.1 ;; *) echo "$bind" ;; esac):$port"; }

create_settings() {
  [ -f "$COMMONPLACE_DATA/settings" ] || cp "$COMMONPLACE_HOME/cluster/settings.default" "$COMMONPLACE_DATA/settings"
}

# keep_setting NAME VALUE: writes the value of an option to the file; an empty one means that it was not given.
keep_setting() {
  [ -n "$2" ] || return 0
  local file=$COMMONPLACE_DATA/settings
  sed -i "/^$1=/d" "$file"
  echo "$1=$2" >>"$file"
}

# Random, once for each cluster; only the administrator's password is ever printed. A cluster that is older than one of
# the keys gets that key.
create_secrets() {
  local file=$COMMONPLACE_DATA/secrets name
  (
    umask 077
    if [ -f "$file" ]; then
      cp "$file" "$file.new"
    else
      for name in ADMIN_PASSWORD DB_APP_PASSWORD DB_SCHEMA_PASSWORD DB_REPLICATION_PASSWORD \
        ARTEMIS_PASSWORD ARTEMIS_ADMIN_PASSWORD GRID_NAME; do
        echo "$name=$(random_word)"
      done >"$file.new"
    fi
    # Keys that all clones share: a view is restored, and a session read, on any of them.
    for name in FACES_CLIENT_KEY FACES_FLASH_KEY SESSION_KEY GRID_KEY; do
      grep -q "^$name=" "$file.new" || echo "$name=$(head -c 32 /dev/urandom | base64 -w 0)" >>"$file.new"
    done
  )
  mv "$file.new" "$file"
}

# 20 letters and digits: 119 bits, and nothing that a shell, URL or property file would escape.
random_word() { head -c 200 /dev/urandom | base64 -w 0 | tr -dc 'A-Za-z0-9' | head -c 20; }

require_cluster() { [ -f "$COMMONPLACE_DATA/secrets" ] || die "there is no cluster in $COMMONPLACE_DATA yet: ./commonplace up"; }

load_secrets() {
  require_cluster
  set -a
  # shellcheck source=/dev/null
  . "$COMMONPLACE_DATA/secrets"
  set +a
}
