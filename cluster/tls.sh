# Certificates. The one that browsers see comes from the administrator; the parts' own are made here and signed by an
# authority that exists only for this cluster.
# Provides: check_certificate make_certificates make_authority make_part_certificate
# shellcheck shell=bash

# Before HAProxy fails with a less clear message.
check_certificate() {
  [ "$certificate" != none ] || return 0
  openssl x509 -noout -in "$certificate" 2>/dev/null && openssl pkey -noout -in "$certificate" 2>/dev/null ||
    die "$certificate must contain a certificate and its key, without a passphrase, as PEM"
  openssl x509 -noout -checkend 0 -in "$certificate" >/dev/null || die "the certificate $certificate has expired"
}

# The authority, and the files for the parts of this machine.
make_certificates() {
  local to=$COMMONPLACE_DATA/tls
  [ "$tls" = on ] && [ ! -e "$to" ] || return 0
  rm -rf "$to.new" && mkdir -p "$to.new"
  (make_authority "$to.new" && make_part_certificate "$to.new" "$to.new" 127.0.0.1 "$address") >"$COMMONPLACE_DATA/logs/tls.log" 2>&1 ||
    die "the certificates could not be created; see $COMMONPLACE_DATA/logs/tls.log"
  mv "$to.new" "$to"
}

make_authority() {
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 3650 -subj '/CN=Commonplace parts' \
    -addext keyUsage=critical,keyCertSign,cRLSign -keyout "$1/ca.key" -out "$1/ca.pem"
}

# make_part_certificate AUTHORITY FOLDER ADDRESS...
make_part_certificate() {
  local authority=$1 to=$2 ip names=''
  shift 2
  # Each address also as a DNS name, because that is where the database's library looks for it.
  for ip in "$@"; do names+=,IP:$ip,DNS:$ip; done
  random_word >"$to/password"
  openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=commonplace-part -keyout "$to/part.key" -out "$to/part.csr" &&
    openssl x509 -req -in "$to/part.csr" -CA "$authority/ca.pem" -CAkey "$authority/ca.key" -set_serial "0x$(openssl rand -hex 16)" \
      -days 825 -out "$to/part.pem" -extfile <(printf 'subjectAltName=%s\nextendedKeyUsage=serverAuth' "${names#,}") &&
    openssl pkcs12 -export -name part -in "$to/part.pem" -inkey "$to/part.key" -certfile "$authority/ca.pem" \
      -passout "file:$to/password" -out "$to/part.p12" && rm "$to/part.csr"
}
