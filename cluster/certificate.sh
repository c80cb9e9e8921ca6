# certificate ADDRESS FOLDER: makes the TLS files for the parts of another host.
# shellcheck shell=bash

command_certificate() {
  local ip=$1 to=$2
  [[ $ip =~ ^([0-9]+\.){3}[0-9]+$ ]] || die "the address must be an IPv4 address like 10.0.0.31, not '$ip'"
  [ -e "$COMMONPLACE_DATA/tls/ca.key" ] || die "there is no certificate authority in $COMMONPLACE_DATA/tls; ./commonplace up --tls creates one"
  [ ! -e "$to" ] || die "$to exists already; name another folder"
  umask 077
  mkdir -p "$to"
  make_part_certificate "$COMMONPLACE_DATA/tls" "$to" 127.0.0.1 "$ip" >"$COMMONPLACE_DATA/logs/tls.log" 2>&1 ||
    die "the certificate could not be created; see $COMMONPLACE_DATA/logs/tls.log"
  cp "$COMMONPLACE_DATA/tls/ca.pem" "$to"
  say "$to holds ca.pem, part.pem, part.key, and part.p12 with its password in the file password"
}
