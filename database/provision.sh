# Makes the accounts and starts the replication at the first start; corrects both at later ones.
# Provides: provision_databases make_accounts
# shellcheck shell=bash

# At the first start all servers are empty, so the replicas need no copy: they replicate from the first transaction on.
provision_databases() {
  local mark=$COMMONPLACE_DATA/provisioned server replica
  [ ! -e "$mark" ] || { correct_roles; return; }
  # On each server separately, so that no passwords get into binlogs and their backups.
  for server in $(database_names); do
    make_accounts "$server" || die "the accounts of $server could not be made"
  done
  for replica in $(replica_names); do follow_primary "$replica"; done
  touch "$mark"
  say 'The databases have their accounts and replicate'
}

# make_accounts PART: for connections from loopback and, if there is an address for other hosts, from its /24 network.
make_accounts() {
  accounts_from "$1" 127.0.0.1 && { [ "$address" = 127.0.0.1 ] || accounts_from "$1" "${address%.*}.%"; }
}

# accounts_from PART PATTERN
accounts_from() {
  local required=NONE
  [ "$tls" = off ] || required=SSL
  sed -e "s/@FROM@/$2/; s/@TLS@/$required/; s/@DB_APP_PASSWORD@/$DB_APP_PASSWORD/; s/@DB_SCHEMA_PASSWORD@/$DB_SCHEMA_PASSWORD/" \
    -e "s/@DB_REPLICATION_PASSWORD@/$DB_REPLICATION_PASSWORD/" "$COMMONPLACE_HOME/database/accounts.sql" | sql "$1"
}

# A promotion may have been interrupted, or a server may have been down during it; a replica may be new.
correct_roles() {
  local replica
  is_writable "$(primary_name)" || make_writable "$(primary_name)"
  for replica in $(replica_names); do
    follows_primary "$replica" || join_replica "$replica"
  done
  # The settings address and tls may have changed.
  for replica in $(database_names); do make_accounts "$replica" || die "the accounts of $replica could not be changed"; done
}
