# An image of a clone as an OCI image, made without a container engine: one layer with Debian's C library, bash and the few
# tools of the launcher, the other with the image itself.
# Provides: pack_oci
# shellcheck shell=bash

# What the launcher and the Java runtime need.
oci_packages='libc6 libgcc-s1 libstdc++6 gcc-12-base zlib1g bash libtinfo6 coreutils libacl1 libattr1 libgmp10 libselinux1 libpcre2-8-0'

# pack_oci FOLDER FILE VERSION: packs the image in FOLDER.
pack_oci() {
  local work=$COMMONPLACE_HOME/target/oci
  rm -rf "$work" && mkdir -p "$work"/{packages,system} && cd "$work/packages" || return 1
  # shellcheck disable=SC2086 # a list
  apt-get download $oci_packages || { apt-get update && apt-get download $oci_packages; } || return 1
  local package
  for package in *.deb; do dpkg-deb -x "$package" "$work/system" || return 1; done
  # Without translations and manuals; the licences stay.
  rm -rf "$work/system/usr/share"/{locale,man,info,lintian,bash-completion} &&
    mkdir -p "$work/system"/{tmp,etc,var/lib/commonplace} &&
    printf 'root:x:0:0::/:/bin/bash\ncommonplace:x:1000:1000::/var/lib/commonplace:/bin/bash\n' >"$work/system/etc/passwd" &&
    printf 'root:x:0:\ncommonplace:x:1000:\n' >"$work/system/etc/group" &&
    python3 "$COMMONPLACE_HOME/cluster/oci.py" "$2" "$3" "$work/system" "$1" &&
    rm -rf "$work"
}
