# The manifest of a backup: name=value lines that say what it is, and from when to when it reaches.
# Provides: read_manifest write_manifest utc_now
# Sets: made_at position until_at until cluster
# shellcheck shell=bash

# read_manifest DIR: sets made_at and position (the dump's time and position), until_at and until (its end), and cluster.
read_manifest() {
  local name value
  while IFS='=' read -r name value; do
    case $name in
      format) [ "$value" = 1 ] || die "the backup in $1 has the format $value, which this version does not know; use the version that made it" ;;
      cluster | made_at | position | until_at | until) printf -v "$name" '%s' "$value" ;;
      *) die "$1/manifest: unknown line $name" ;;
    esac
  done <"$1/manifest"
}

# write_manifest DIR: of what read_manifest sets.
write_manifest() {
  cat >"$1/manifest.new" <<MANIFEST
format=1
cluster=$cluster
made_at=$made_at
position=$position
until_at=$until_at
until=$until
MANIFEST
  mv "$1/manifest.new" "$1/manifest"
}

utc_now() { date -u '+%F %T'; }
