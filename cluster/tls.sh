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

# The authority, and the files that the parts of this machine are given.
make_certificates() {
  local to=$COMMONPLACE_DATA/tls
  [ "$tls" = on ] && [ ! -e "$to" ] || return 0
  rm -rf "$to.new" && mkdir -p "$to.new"
  (make_authority "$to.new" && make_part_certificate "$to.new" "$to.new" 127.0.0.1 "$address") >"$COMMONPLACE_DATA/logs/tls.log" 2>&1 ||
    die "no certificates could be made; see $COMMONPLACE_DATA/logs/tls.log"
  mv "$to.new" "$to"
}

# certificate_for ADDRESS FOLDER: the command; the files for the parts of another host.
certificate_for() {
  local to=$2
  [[ $1 =~ ^([0-9]+\.){3}[0-9]+$ ]] || die "the address is a number like 10.0.0.31, not '$1'"
  [ -e "$COMMONPLACE_DATA/tls/ca.key" ] || die "there is no authority in $COMMONPLACE_DATA/tls; ./commonplace up --tls makes one"
  [ ! -e "$to" ] || die "$to exists already; name another folder"
  umask 077
  mkdir -p "$to"
  make_part_certificate "$COMMONPLACE_DATA/tls" "$to" 127.0.0.1 "$1" >"$COMMONPLACE_DATA/logs/tls.log" 2>&1 ||
    die "no certificate could be made; see $COMMONPLACE_DATA/logs/tls.log"
  cp "$COMMONPLACE_DATA/tls/ca.pem" "$to"
  say "$to holds ca.pem, part.pem, part.key, and part.p12 with its password in the file password"
}

make_authority() {
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 3650 -subj '/CN=Commonplace parts' \
    -addext keyUsage=critical,keyCertSign,cRLSign -keyout "$1/ca.key" -out "$1/ca.pem"
}

# make_part_certificate AUTHORITY FOLDER ADDRESS...
make_part_certificate() {
  local authority=$1 to=$2 one names=''
  shift 2
  # Among the names as well: the database's library looks for addresses there.
  for one in "$@"; do names+=,IP:$one,DNS:$one; done
  random_word >"$to/password"
  openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=commonplace-part -keyout "$to/part.key" -out "$to/part.csr" &&
    openssl x509 -req -in "$to/part.csr" -CA "$authority/ca.pem" -CAkey "$authority/ca.key" -set_serial "0x$(openssl rand -hex 16)" \
      -days 825 -out "$to/part.pem" -extfile <(printf 'subjectAltName=%s\nextendedKeyUsage=serverAuth' "${names#,}") &&
    openssl pkcs12 -export -name part -in "$to/part.pem" -inkey "$to/part.key" -certfile "$authority/ca.pem" \
      -passout "file:$to/password" -out "$to/part.p12" && rm "$to/part.csr"
}
