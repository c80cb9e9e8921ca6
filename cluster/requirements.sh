# What a machine must have before anything is started; each lack is one line that says the cure.
# shellcheck shell=bash

# Debian's packages of what Maven Central does not have, each with the program it brings.
check_tools() {
  local missing=() pair
  for pair in haproxy:haproxy supervisord:supervisor curl:curl openssl:openssl; do
    # HAProxy lies in /usr/sbin, which is not in every user's PATH.
    PATH=$PATH:/usr/sbin command -v "${pair%:*}" >/dev/null || missing+=("${pair#*:}")
  done
  PATH=$PATH:/usr/sbin
  [ ${#missing[@]} -eq 0 ] || install_packages "${missing[@]}"
  command -v mvn >/dev/null || die "Maven 3.8 or newer is missing: apt install maven"
  command -v javac >/dev/null || die "JDK 17 is missing: apt install openjdk-17-jdk-headless"
  local version
  version=$(javac -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')
  [ "${version:-0}" -ge 17 ] || die "JDK 17 or newer is needed, this one is '$(javac -version 2>&1)'"
}

install_packages() {
  local install="apt-get install -y --no-install-recommends $*"
  [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null ||
    die "missing: $*. As root, type: $install"
  # RUNLEVEL=1: the packages' own system-wide services are not started; the cluster has its own.
  step "Installing $*" "$COMMONPLACE_DATA/logs/apt.log" \
    env DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 sh -c "apt-get update && $install"
}

check_disk() {
  local free
  free=$(df --output=avail -k "$COMMONPLACE_DATA" | tail -n 1)
  [ "$free" -ge $((2 * 1024 * 1024)) ] ||
    die "too little disk: $((free / 1024)) MB free in $COMMONPLACE_DATA, 2048 MB are needed"
}

# Unix sockets have 107 bytes for their path, and the parts add a name of their own.
check_path() {
  [ ${#COMMONPLACE_DATA} -le 70 ] || die "the path of the data directory is too long for sockets: $COMMONPLACE_DATA"
  [[ $COMMONPLACE_DATA$COMMONPLACE_HOME != *[[:space:]%\'\"]* ]] ||
    die "the paths must be without blanks, quotes and %: $COMMONPLACE_HOME, $COMMONPLACE_DATA"
}

# taken PORT [ADDRESS]
taken() { (exec 3<>"/dev/tcp/${2:-127.0.0.1}/$1") 2>/dev/null; }

# port_of PART: where it serves.
port_of() {
  case $1 in
    database-*) database_port "${1#database-}" ;;
    broker) echo "$broker_port" ;;
    balancer) echo "$port" ;;
    clone-*) clone_port "${1#clone-}" ;;
    console) echo "$console_port" ;;
  esac
}

# Every port of every part that is about to start.
check_ports() {
  local part ports p holder
  for part in "$@"; do
    ports=$(port_of "$part")
    case $part in
      balancer) ports="$ports $db_rw_port" ;;
      clone-*) ports="$ports $(grid_port "${part#clone-}")" ;;
      console) ports="$ports $console_grid_port" ;;
    esac
    for p in $ports; do
      if taken "$p"; then
        holder=$(ss -Hltnp "sport = :$p" 2>/dev/null | sed -n 's/.*users:((\("[^"]*",pid=[0-9]*\).*/ by \1/p' | head -n 1)
        die "port $p, which $part needs, is taken$holder. Other ports: ./commonplace up --port N"
      fi
    done
  done
}

# free_port FROM: the first of 50 free ports in a row, so that two runs on one machine don't meet. FROM lies
# below those that the system hands out to connections.
free_port() {
  local first p busy
  for ((first = $1 + RANDOM % 10 * 50; first < $1 + 5000; first += 50)); do
    busy=''
    for ((p = first; p < first + 50; p++)); do ! taken "$p" || busy=1; done
    [ -n "$busy" ] || { echo "$first"; return; }
  done
  die 'there are no 50 free ports in a row'
}
