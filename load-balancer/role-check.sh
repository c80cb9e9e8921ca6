# The bytes by which the balancer asks a database whether it is the primary, and those of the answer that says so. HAProxy wants
# them in hex; the protocol is MySQL's (https://mariadb.com/kb/en/0-packet/).
# Provides: export_role_check
# shellcheck shell=bash

# export_role_check ENGINE: mariadb, or mysql-group.
#
# It logs in as the account `health`, which has no password. The flags: long password, protocol 4.1, secure connection; then
# packets of 16 MB at most, the character set, 23 zero bytes, and at the end the password's length.
export_role_check() {
  local flags=01820000 set=21 plugin='' question='SELECT @@read_only' primary=0
  if [ "$1" = mysql-group ]; then
    # One more flag, because MySQL wants to know by which plugin the password, which is empty, is proved.
    flags=01820800 set=2d plugin="$(to_hex caching_sha2_password) 00"
    # A former primary that was frozen or is cut off still calls itself the primary. So a question that reads a table has to wait
    # for the majority: such a server does not answer in time.
    export ROLE_CHECK_BEFORE
    ROLE_CHECK_BEFORE=$(mysql_packet 0 "03 $(to_hex "SET SESSION group_replication_consistency='BEFORE'")")
    question=$(group_question) primary=1
  fi
  export ROLE_CHECK_LOGIN ROLE_CHECK_LOGGED_IN ROLE_CHECK_QUESTION ROLE_CHECK_GOODBYE ROLE_CHECK_WRITABLE
  ROLE_CHECK_LOGIN=$(mysql_packet 1 "$flags 00000001 $set $(printf '00%.0s' {1..23}) $(to_hex health) 00 00 $plugin")
  # The beginning of the OK packet, which has seven bytes.
  ROLE_CHECK_LOGGED_IN=0700000200
  ROLE_CHECK_QUESTION=$(mysql_packet 0 "03 $(to_hex "$question")")
  ROLE_CHECK_GOODBYE=$(mysql_packet 0 01)
  # The row, which comes after the packets for the number of columns, the column and their end: one byte of text.
  ROLE_CHECK_WRITABLE=$(mysql_packet 4 "01 $(to_hex $primary)")
}

# It is 1 on the one member that is the primary, reaches the majority, and takes writes.
group_question() {
  printf "%s" "SELECT IFNULL(SUM(member_id=@@server_uuid AND member_role='PRIMARY' AND member_state='ONLINE'),0) AND " \
    "SUM(member_state<>'UNREACHABLE')*2>COUNT(*) AND NOT @@super_read_only " \
    "FROM performance_schema.replication_group_members JOIN role_check.one_row"
}

# mysql_packet NUMBER PAYLOAD: three bytes with the length, least significant first, and one with the packet's number.
mysql_packet() {
  local payload=${2// /} length
  length=$((${#payload} / 2))
  printf '%02x%02x00%02x%s' $((length % 256)) $((length / 256)) "$1" "$payload"
}

to_hex() { printf '%s' "$1" | od -An -v -tx1 | tr -d ' \n'; }
