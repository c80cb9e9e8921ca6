# Images: everything that a clone is made of, in one folder that never changes. An image's id consists of its version and a
# hash of its content; a clone's folder holds a link to the image that it starts from.
# Provides: image_of version_of running_version take_image newest_image keep_image content_of unpack_image delete_old_images
# shellcheck shell=bash

# Twelve digits of a hash over the content and the permissions of all files.
content_of() {
  (cd "$1" && find . -type f ! -name image.properties -printf '%m %p\n' | LC_ALL=C sort | sha256sum
    find . -type f ! -name image.properties -print0 | LC_ALL=C sort -z | xargs -0 sha256sum) | sha256sum | cut -c 1-12
}

# keep_image FOLDER ID: moves it to its place, unless it is there already.
keep_image() {
  if [ -d "$COMMONPLACE_DATA/images/$2" ]; then rm -rf "$1"; else mv "$1" "$COMMONPLACE_DATA/images/$2"; fi
}

image_of() { basename "$(readlink "$COMMONPLACE_DATA/$1/image" 2>/dev/null)" 2>/dev/null || true; }

# version_of CLONE: the version and the commit of its image, as in the name of the image's file.
version_of() {
  sed -n 's/^version=//p; s/^commit=//p' "$COMMONPLACE_DATA/$1/image/image.properties" 2>/dev/null | paste -sd - || true
}

# running_version PART: the same as the running clone reports it; nothing if it does not answer, or is not a clone.
running_version() {
  [[ $1 == clone-* ]] || return 0
  curl -s --max-time 3 "$(driver_url "$1")/health/ready" | sed -n 's/.*"version":"\([^ "]*\) (\([^")]*\))".*/\1-\2/p'
}

# take_image CLONE ID: the clone starts from it the next time.
take_image() {
  mkdir -p "$COMMONPLACE_DATA/$1"
  ln -sfn "../images/$2" "$COMMONPLACE_DATA/$1/image"
}

newest_image() { readlink "$COMMONPLACE_DATA/images/newest"; }

# Those that no clone, no roll-out and no `roll --back` needs.
delete_old_images() {
  local id used
  used=" $(newest_image) $(cat "$COMMONPLACE_DATA"/roll{,.last} 2>/dev/null | tr '=\n' '  ' || true) "
  for id in $(driver_clones); do used+="$(image_of "$id") "; done
  for id in "$COMMONPLACE_DATA"/images/*/; do
    id=$(basename "$id")
    [ "$id" = newest ] || [[ $used == *" $id "* ]] || rm -rf "$COMMONPLACE_DATA/images/$id"
  done
}

# unpack_image FILE: adds it to the images and prints its id. The file is not trusted: its id must fit its content.
unpack_image() {
  local file=$1 new=$COMMONPLACE_DATA/images/.unpacked id top names
  [ -r "$file" ] || die "can't read the image $file"
  [ ! -e "$file.sha256" ] || (cd "$(dirname "$file")" && sha256sum --status -c "$(basename "$file").sha256") ||
    die "$file is damaged: it is not what $file.sha256 says"
  names=$(tar tzf "$file" 2>/dev/null) || die "$file is not an image: it is not a .tar.gz"
  top=${names%%/*}
  [[ $top =~ ^commonplace-[A-Za-z0-9._-]+$ ]] && ! grep -qvE "^$top/" <<<"$names" && ! grep -qE '(^|/)\.\.(/|$)' <<<"$names" ||
    die "$file is not an image of Commonplace"
  rm -rf "$new" && mkdir -p "$new"
  tar xzf "$file" -C "$new" --strip-components=1 --no-same-owner
  id=$(sed -n 's/^id=//p' "$new/image.properties" 2>/dev/null)
  [ -n "$id" ] && [ "${id##*-}" = "$(content_of "$new")" ] && [[ $id =~ ^[A-Za-z0-9._-]+$ ]] || {
    rm -rf "$new"
    die "$file is not an image of Commonplace, or it was changed since it was built"
  }
  keep_image "$new" "$id"
  echo "$id"
}
