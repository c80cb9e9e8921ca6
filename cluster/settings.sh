# The cluster's settings, secrets and ports. Read by the command and by every part's `run`, so
# that a part that the supervisor restarts finds the same values.
# shellcheck shell=bash disable=SC2034

setting_names='port bind address site certificate tls clones databases auto_failover clone_memory database_memory broker_memory console_memory disk_reserve log_format traces'

load_settings() {
  port=8080 bind=127.0.0.1 address=127.0.0.1 site=none certificate=none tls=off clones=2 databases=2 auto_failover=off clone_memory=512m database_memory=256M broker_memory=256m console_memory=512m disk_reserve=500m log_format=text traces=off
  local file=$COMMONPLACE_DATA/settings line
  if [ -f "$file" ]; then
    while IFS= read -r line; do
      [[ $line =~ ^[[:space:]]*(#|$) ]] && continue
      [[ $line =~ ^([a-z_]+)=([A-Za-z0-9.:/_-]+)$ && " $setting_names " == *" ${BASH_REMATCH[1]} "* ]] ||
        die "$file: can't read the line '$line'"
      printf -v "${BASH_REMATCH[1]}" '%s' "${BASH_REMATCH[2]}"
    done <"$file"
  fi
  [ -z "${given_port:-}" ] || port=$given_port
  [ -z "${given_bind:-}" ] || bind=$given_bind
  [ -z "${given_address:-}" ] || address=$given_address
  [ -z "${given_certificate:-}" ] || certificate=$given_certificate
  [ -z "${given_tls:-}" ] || tls=$given_tls
  [ -z "${given_clones:-}" ] || clones=$given_clones
  [ -z "${given_databases:-}" ] || databases=$given_databases
  [ -z "${given_failover:-}" ] || auto_failover=$given_failover
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
  [[ $bind =~ ^[0-9.]+$ ]] || die "the address to bind is a number like 0.0.0.0, not '$bind'"
  [[ $address =~ ^([0-9]+\.){3}[0-9]+$ ]] && [ "$address" != 0.0.0.0 ] ||
    die "the address of the parts is one of this machine, like 10.0.0.31, not '$address'"
  local name
  for name in clone_memory database_memory broker_memory console_memory disk_reserve; do
    [[ ${!name} =~ ^[0-9]+[mMgG]$ ]] || die "$name is a size like 512m or 1g, not '${!name}'"
  done
  # All ports follow from the first one, so that a second cluster needs one number only.
  db_rw_port=$((port + 1))
  broker_port=$((port + 5))
  console_port=$((port + 3)) console_grid_port=$((port + 40))
}

clone_port() { echo $((port + 10 + $1)); }
tls_port() { echo $((port + 20 + $1)); }
grid_port() { echo $((port + 30 + $1)); }
database_port() { echo $((port + 40 + $1)); }

# A cluster has up to four databases, each in a slot with a port of its own. The balancer and the
# clones know all slots at all times: one that comes later needs no restart of theirs.
database_slots='1 2 3 4'
databases() { seq -f 'database-%g' "$databases"; }

# The parts in the order in which they start; they stop the other way round.
parts() {
  databases
  printf '%s\n' watcher broker balancer
  seq -f 'clone-%g' "$clones"
}

# The console beside them, once it was asked for: no part needs it, and `up` doesn't start it.
parts_and_console() {
  parts
  [ ! -d "$COMMONPLACE_DATA/console" ] || echo console
}

create_settings() {
  [ -f "$COMMONPLACE_DATA/settings" ] || cp "$COMMONPLACE_HOME/cluster/settings.default" "$COMMONPLACE_DATA/settings"
}

# keep_setting NAME VALUE: writes a value that was given as an option; an empty one is none.
keep_setting() {
  [ -n "$2" ] || return 0
  local file=$COMMONPLACE_DATA/settings
  sed -i "/^$1=/d" "$file"
  echo "$1=$2" >>"$file"
}

# Made at random once for each cluster; never printed but for the administrator's password. A cluster that is older
# than a secret gets that one, too.
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
    # Keys that all clones share, or a view could not be restored on another one, nor a session be read.
    for name in FACES_CLIENT_KEY FACES_FLASH_KEY SESSION_KEY GRID_KEY; do
      grep -q "^$name=" "$file.new" || echo "$name=$(head -c 32 /dev/urandom | base64 -w 0)" >>"$file.new"
    done
  )
  mv "$file.new" "$file"
}

# 20 letters and digits: 119 bits, and nothing that a shell, URL or property file would escape.
random_word() { head -c 200 /dev/urandom | base64 -w 0 | tr -dc 'A-Za-z0-9' | head -c 20; }

load_secrets() {
  local file=$COMMONPLACE_DATA/secrets
  [ -f "$file" ] || die "there is no cluster in $COMMONPLACE_DATA yet: ./commonplace up"
  set -a
  # shellcheck source=/dev/null
  . "$file"
  set +a
}
