# The members of the group, and how the commands of this folder speak to them.
# Provides: ask_member ask_here make_joinable die
# Sets: members
# shellcheck shell=bash

settings=${GROUP_SETTINGS:-/etc/commonplace/group.env}
[ -r "$settings" ] || { echo "$settings can't be read; database/mysql/group.env.sample explains it" >&2; exit 1; }
# shellcheck source=/dev/null
. "$settings"
read -ra members <<<"${GROUP_MEMBERS//,/ }"
read -ra client <<<"${GROUP_CLIENT:-mysql}"

die() { echo "$1" >&2; exit 1; }

# ask_member ADDRESS [OPTION...]: runs the statements of standard input there, as the operator, and prints the rows.
ask_member() {
  timeout "${patience:-20}" "${client[@]}" --defaults-file=<(printf '[client]\nuser=operator\npassword="%s"\n' "$GROUP_OPERATOR_PASSWORD") \
    --protocol=TCP --host="$1" "${@:2}" --port=3306 --ssl-mode=VERIFY_IDENTITY --ssl-ca="$GROUP_CA" --connect-timeout=3 --batch --skip-column-names
}

# The same on this host, as its root.
ask_here() { "${client[@]}" ${GROUP_SOCKET:+--no-defaults "--socket=$GROUP_SOCKET"} --user=root --batch --skip-column-names; }

# What a server needs before it joins, and has for itself: the account by which members speak to each other.
make_joinable() {
  ask_here <<SQL
STOP GROUP_REPLICATION;
SET GLOBAL super_read_only = OFF;
SET SESSION sql_log_bin = 0;
CREATE USER IF NOT EXISTS replication@'$GROUP_NETWORK' IDENTIFIED BY '$GROUP_REPLICATION_PASSWORD' REQUIRE SSL;
GRANT REPLICATION SLAVE, CONNECTION_ADMIN, BACKUP_ADMIN, GROUP_REPLICATION_STREAM ON *.* TO replication@'$GROUP_NETWORK';
SET GLOBAL super_read_only = ON;
CHANGE REPLICATION SOURCE TO SOURCE_USER = 'replication', SOURCE_PASSWORD = '$GROUP_REPLICATION_PASSWORD'
  FOR CHANNEL 'group_replication_recovery';
SQL
}
