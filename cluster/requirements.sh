# What a machine must have before anything is started. Each missing thing is one line that says what to do.
# Provides: check_tools install_packages check_free_disk check_paths
# shellcheck shell=bash

# Debian's packages for what Maven Central does not have, each with the program that it brings.
check_tools() {
  local missing_packages=() pair
  for pair in haproxy:haproxy supervisord:supervisor curl:curl openssl:openssl; do
    # HAProxy is in /usr/sbin, which is not in every user's PATH.
    PATH=$PATH:/usr/sbin command -v "${pair%:*}" >/dev/null || missing_packages+=("${pair#*:}")
  done
  PATH=$PATH:/usr/sbin
  [ ${#missing_packages[@]} -eq 0 ] || install_packages "${missing_packages[@]}"
  command -v mvn >/dev/null || die "Maven 3.8 or newer is missing: apt install maven"
  command -v javac >/dev/null || die "JDK 17 is missing: apt install openjdk-17-jdk-headless"
  local version
  version=$(javac -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')
  [ "${version:-0}" -ge 17 ] || die "JDK 17 or newer is needed, this one is '$(javac -version 2>&1)'"
}

install_packages() {
  local install="apt-get install -y --no-install-recommends $*"
  [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null ||
    die "missing: $*. As root, type: $install"
  # RUNLEVEL=1 keeps the packages from starting their system-wide services; the cluster has its own.
  run_step "Installing $*" "$COMMONPLACE_DATA/logs/apt.log" \
    env DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 sh -c "apt-get update && $install"
}

check_free_disk() {
  local free
  free=$(df --output=avail -k "$COMMONPLACE_DATA" | tail -n 1)
  [ "$free" -ge $((2 * 1024 * 1024)) ] ||
    die "too little disk space: $((free / 1024)) MB free in $COMMONPLACE_DATA, 2048 MB are needed"
}

# The path of a Unix socket has at most 107 bytes, and the parts append names of their own.
check_paths() {
  [ ${#COMMONPLACE_DATA} -le 70 ] || die "the path of the data directory is too long for sockets: $COMMONPLACE_DATA; choose one of at most 70 characters"
  [[ $COMMONPLACE_DATA$COMMONPLACE_HOME != *[[:space:]%\'\"]* ]] ||
    die "the paths must not contain blanks, quotes or %: $COMMONPLACE_HOME, $COMMONPLACE_DATA"
}
