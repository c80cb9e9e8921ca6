# The ports of the parts, and whether they are free.
# Provides: port_taken port_of check_ports_free find_free_ports
# shellcheck shell=bash

# port_taken PORT [ADDRESS]
port_taken() { (exec 3<>"/dev/tcp/${2:-127.0.0.1}/$1") 2>/dev/null; }

# port_of PART: the port on which it serves; nothing for the watcher.
port_of() {
  case $1 in
    database-*) database_port "${1#database-}" ;;
    broker) echo "$broker_port" ;;
    balancer) echo "$port" ;;
    clone-*) clone_port "${1#clone-}" ;;
    console) echo "$console_port" ;;
  esac
}

# check_ports_free PART...: all ports of the parts that are about to start.
check_ports_free() {
  local part ports p holder
  for part in "$@"; do
    ports=$(port_of "$part")
    case $part in
      balancer) ports="$ports $db_rw_port" ;;
      clone-*) ports="$ports $(grid_port "${part#clone-}")" ;;
      console) ports="$ports $console_grid_port" ;;
    esac
    for p in $ports; do
      if port_taken "$p"; then
        holder=$(ss -Hltnp "sport = :$p" 2>/dev/null | sed -n 's/.*users:((\("[^"]*",pid=[0-9]*\).*/ by \1/p' | head -n 1)
        die "port $p, which $part needs, is taken$holder. Choose other ports: ./commonplace up --port N"
      fi
    done
  done
}

# find_free_ports FROM: prints the first of 50 free ports in a row; it begins at a random place, so that two runs on one
# machine do not meet. FROM is below the ports that the system gives to outgoing connections.
find_free_ports() {
  local first p busy
  for ((first = $1 + RANDOM % 10 * 50; first < $1 + 5000; first += 50)); do
    busy=''
    for ((p = first; p < first + 50; p++)); do ! port_taken "$p" || busy=1; done
    [ -n "$busy" ] || { echo "$first"; return; }
  done
  die 'there are no 50 free ports in a row'
}
