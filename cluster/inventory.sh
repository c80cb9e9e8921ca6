# Reads the inventory, the file that names the hosts to roll out to: inventory/staging.sample shows one.
# Provides: read_inventory
# Sets: destinations folders sites
# shellcheck shell=bash

read_inventory() {
  local file=$1 line number=0
  [ -f "$file" ] && [ -r "$file" ] || die "can't read the inventory $file"
  destinations=() folders=() sites=()
  while IFS= read -r line || [ -n "$line" ]; do
    number=$((number + 1))
    line=${line%$'\r'}
    [[ $line =~ ^[[:space:]]*(#|$) ]] || read_host "$file, line $number" "$line"
  done <"$file"
  [ ${#destinations[@]} -gt 0 ] || die "$file names no host; inventory/staging.sample shows how"
}

# Only plain words, because they become arguments of ssh and curl, and parts of commands on the other side.
read_host() {
  local where=$1 i fields
  read -ra fields <<<"$2"
  [ ${#fields[@]} -eq 3 ] ||
    die "$where: a line has three words, an ssh destination, a directory and a URL; this one has ${#fields[@]}"
  [[ ${fields[0]} =~ ^([A-Za-z0-9_][A-Za-z0-9._-]*@)?[A-Za-z0-9][A-Za-z0-9.-]*$ ]] ||
    die "$where: $(printf %q "${fields[0]}") is not an ssh destination like commonplace@kb1.example.com"
  [[ ${fields[1]} =~ ^(/[A-Za-z0-9._-]+)+$ && ${fields[1]}/ != */../* ]] ||
    die "$where: $(printf %q "${fields[1]}") is not an absolute directory of letters, digits and ._-"
  [[ ${fields[2]} =~ ^https?://[A-Za-z0-9][A-Za-z0-9.-]*(:[0-9]{1,5})?(/[A-Za-z0-9._-]+)*/?$ ]] ||
    die "$where: $(printf %q "${fields[2]}") is not a URL like https://kb.example.com"
  for i in "${!destinations[@]}"; do
    [ "${destinations[i]} ${folders[i]}" != "${fields[0]} ${fields[1]}" ] ||
      die "$where: this installation is listed twice; delete one of the lines"
  done
  destinations+=("${fields[0]}") folders+=("${fields[1]}") sites+=("${fields[2]%/}")
}
