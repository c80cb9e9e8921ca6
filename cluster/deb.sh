# An image as a Debian package, for the first installation on a host. Each version is a package of its own, as with Linux
# kernels: several can be installed, and `roll` changes the clones from one to another.
# Provides: pack_deb
# shellcheck shell=bash

# pack_deb FOLDER FILE VERSION: packs the image in FOLDER.
pack_deb() {
  local work=$COMMONPLACE_HOME/target/deb id name
  id=$(sed -n 's/^id=//p' "$1/image.properties")
  name=commonplace-$(tr 'A-Z_' 'a-z-' <<<"$3")
  rm -rf "$work" && mkdir -p "$work/DEBIAN" "$work/opt/commonplace/images" &&
    cp -r "$1" "$work/opt/commonplace/images/$id" &&
    deb_control "$name" "${3%%-*}" "$(find "$1" -type f -printf '%s\n' | awk '{ sum += $1 } END { print int(sum / 1024) }')" >"$work/DEBIAN/control" &&
    deb_postinst "$id" >"$work/DEBIAN/postinst" && deb_prerm "$id" >"$work/DEBIAN/prerm" &&
    chmod 755 "$work" "$work"/{DEBIAN,opt,opt/commonplace,opt/commonplace/images} "$work"/DEBIAN/{postinst,prerm} &&
    chmod 644 "$work/DEBIAN/control" &&
    # The same bytes for the same content: all files get the same time.
    find "$work" -exec touch -h -d @0 {} + &&
    SOURCE_DATE_EPOCH=0 dpkg-deb --root-owner-group -Zgzip -z6 --build "$work" "$2" && rm -rf "$work"
}

deb_control() {
  cat <<CONTROL
Package: $1
Version: $2
Architecture: amd64
Section: web
Priority: optional
Depends: adduser, bash, coreutils, sed, grep, tar, curl, mawk | gawk, systemd
Suggests: haproxy, keepalived
Installed-Size: $3
Maintainer: Commonplace
Description: intranet knowledge base, image of a clone
 What a clone or a balancer of Commonplace starts from, with a Java runtime of its own.
 .
 It starts nothing: /opt/commonplace/commonplace install clone-1 makes a clone.
CONTROL
}

deb_postinst() {
  cat <<POSTINST
#!/bin/sh
set -e
[ "\$1" = configure ] || exit 0
adduser --quiet --system --group --home /var/lib/commonplace --no-create-home commonplace
images=/opt/commonplace/images
[ -e \$images/newest ] || ln -sfn $1 \$images/newest
ln -sfn images/newest/commonplace /opt/commonplace/commonplace
POSTINST
}

deb_prerm() {
  cat <<PRERM
#!/bin/sh
set -e
[ "\$1" = remove ] || exit 0
for link in /opt/commonplace/*/image; do
  [ "\$(basename "\$(readlink "\$link")")" != $1 ] || { echo "\$link still leads to this image: roll out another one first" >&2; exit 1; }
done
[ "\$(readlink /opt/commonplace/images/newest)" != $1 ] || rm -f /opt/commonplace/images/newest
PRERM
}
