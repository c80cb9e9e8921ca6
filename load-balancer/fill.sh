# Fills in the balancer's lists of servers: clones.cfg and databases.cfg.
# shellcheck shell=bash

# fill_list NAME-N=ADDRESS...: the list on standard input, each line with @address once for each server; @ is its N.
fill_list() {
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
