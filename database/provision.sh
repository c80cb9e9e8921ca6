# Makes the accounts and the replication at first start, and puts right at later ones what was left
# undone.
# shellcheck shell=bash

# All servers start empty and hold everything since their first transaction, so the replicas need
# no copy: they follow by id from the beginning.
provision_databases() {
  local mark=$COMMONPLACE_DATA/provisioned server replica
  [ ! -e "$mark" ] || { put_roles_right; return; }
  # On each server for itself: passwords have no business in binlogs and their backups.
  for server in $(databases); do
    make_accounts "$server" || die "the accounts of $server could not be made"
  done
  for replica in $(replicas); do follow "$replica"; done
  touch "$mark"
  say 'The databases have their accounts and replicate'
}

# From loopback, and where there is an address for other hosts, from all that share its first three numbers.
make_accounts() {
  accounts_from "$1" 127.0.0.1 && { [ "$address" = 127.0.0.1 ] || accounts_from "$1" "${address%.*}.%"; }
}

accounts_from() {
  local required=NONE
  [ "$tls" = off ] || required=SSL
  sed -e "s/@FROM@/$2/; s/@TLS@/$required/; s/@DB_APP_PASSWORD@/$DB_APP_PASSWORD/; s/@DB_SCHEMA_PASSWORD@/$DB_SCHEMA_PASSWORD/" \
    -e "s/@DB_REPLICATION_PASSWORD@/$DB_REPLICATION_PASSWORD/" "$COMMONPLACE_HOME/database/accounts.sql" | sql "$1"
}

# A promotion may have been interrupted, or missed by a server that was down; a replica may be new.
put_roles_right() {
  local replica
  takes_writes "$(primary)" || take_writes "$(primary)"
  for replica in $(replicas); do
    follows_primary "$replica" || join "$replica"
  done
  # Another setting asks for other ones.
  for replica in $(databases); do make_accounts "$replica" || die "the accounts of $replica could not be put right"; done
}

follows_primary() {
  look_at "$1" || die "$1 does not answer; try again"
  [ "${fact[$1 Master_Port]:-}" = "$(port_of "$(primary)")" ] && [ ! -e "$COMMONPLACE_DATA/$1/incomplete" ] &&
    [ "${fact[$1 Last_IO_Errno]}" != 1236 ]
}
