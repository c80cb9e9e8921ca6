# Fills in the balancer's list of clones.
# shellcheck shell=bash

# fill_clones clone-N=ADDRESS...: from clones.cfg on standard input.
fill_clones() {
  local line clone
  while IFS= read -r line; do
    if [[ $line == *@address* ]]; then
      for clone in "$@"; do
        sed "s/@address/${clone#*=}/; s/@/$(sed 's/^clone-//; s/=.*//' <<<"$clone")/g" <<<"$line"
      done
    else
      printf '%s\n' "$line"
    fi
  done
}
