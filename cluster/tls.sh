# Certificates: the one that people's browsers see is given; those by which the parts know each other are made
# here, by an authority that exists for this cluster alone.
# shellcheck shell=bash

scheme() { if [ "$certificate" = none ]; then echo http; else echo https; fi; }

# What is wrong is told before HAProxy trips over it.
check_certificate() {
  [ "$certificate" != none ] || return 0
  openssl x509 -noout -in "$certificate" 2>/dev/null && openssl pkey -noout -in "$certificate" 2>/dev/null ||
    die "$certificate must hold a certificate and its key, without a password, as PEM"
  openssl x509 -noout -checkend 0 -in "$certificate" >/dev/null || die "the certificate $certificate has expired"
}

# The files that a part is given: ca.pem (whom to believe), part.pem and part.key, and both in part.p12.
make_certificates() {
  local to=$COMMONPLACE_DATA/tls
  [ "$tls" = on ] && [ ! -e "$to" ] || return 0
  rm -rf "$to.new" && mkdir -p "$to.new"
  (cd "$to.new" && random_word >password && make_authority && make_part_certificate) >"$COMMONPLACE_DATA/logs/tls.log" 2>&1 ||
    die "no certificates could be made; see $COMMONPLACE_DATA/logs/tls.log"
  mv "$to.new" "$to"
}

make_authority() {
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 3650 -subj '/CN=Commonplace parts' \
    -addext keyUsage=critical,keyCertSign,cRLSign -keyout ca.key -out ca.pem
}

# Addresses among the names, too: the database's library looks for them there.
make_part_certificate() {
  openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=commonplace-part -keyout part.key -out part.csr &&
    openssl x509 -req -in part.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 825 -out part.pem \
      -extfile <(printf 'subjectAltName=IP:127.0.0.1,DNS:127.0.0.1,IP:%s,DNS:%s\nextendedKeyUsage=serverAuth' "$address" "$address") &&
    openssl pkcs12 -export -name part -in part.pem -inkey part.key -certfile ca.pem -passout file:password -out part.p12
}
