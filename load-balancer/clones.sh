# The balancer's list of clones.
# Provides: update_clone_list
# shellcheck shell=bash

# Writes the list. If it has changed, a balancer that runs starts a new process, which takes the listening sockets over;
# the old one ends with its last connection.
update_clone_list() {
  local file=$COMMONPLACE_DATA/balancer/clones.cfg clones_at=() i changed=''
  mkdir -p "$COMMONPLACE_DATA/balancer"
  for ((i = 1; i <= clones; i++)); do clones_at+=("clone-$i=127.0.0.1:$(clone_listen_port "$i")"); done
  fill_server_list "${clones_at[@]}" <"$COMMONPLACE_HOME/load-balancer/clones.cfg" >"$file.new"
  cmp -s "$file.new" "$file" || changed=1
  mv "$file.new" "$file"
  [ -z "$changed" ] || [[ ! $(supervisor_states balancer) =~ \ (STARTING|RUNNING)\  ]] || supervisor_ctl signal USR2 balancer >/dev/null
}

# Where the balancer finds a clone.
clone_listen_port() { if [ "$tls" = on ]; then tls_port "$1"; else clone_port "$1"; fi; }
