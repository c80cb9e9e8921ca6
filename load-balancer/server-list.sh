# Fills in the balancer's lists of servers: clones.cfg and databases.cfg.
# Provides: fill_server_list
# shellcheck shell=bash

# fill_server_list NAME-N=ADDRESS...: copies the list from standard input, with each line that contains @address once for
# every server; @ is the server's N.
fill_server_list() {
  local line server name
  while IFS= read -r line; do
    if [[ $line == *@address* ]]; then
      for server in "$@"; do
        name=${server%%=*}
        sed "s/@address/${server#*=}/; s/@/${name##*-}/g" <<<"$line"
      done
    else
      printf '%s\n' "$line"
    fi
  done
}
