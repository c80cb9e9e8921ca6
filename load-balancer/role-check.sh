# The bytes by which the balancer asks a database whether it is writable, and those of the answer that says so. HAProxy wants
# them in hex; the protocol is MySQL's (https://mariadb.com/kb/en/0-packet/).
# Provides: export_role_check
# shellcheck shell=bash

# Logs in as the account `health`, which has no password. The flags: long password, protocol 4.1, secure connection; then
# packets of 16 MB at most, the character set utf8, 23 zero bytes, and at the end the password's length.
export_role_check() {
  export ROLE_CHECK_LOGIN ROLE_CHECK_LOGGED_IN ROLE_CHECK_QUESTION ROLE_CHECK_GOODBYE ROLE_CHECK_WRITABLE
  ROLE_CHECK_LOGIN=$(mysql_packet 1 "01820000 00000001 21 $(printf '00%.0s' {1..23}) $(to_hex health) 00 00")
  # The beginning of the OK packet, which has seven bytes.
  ROLE_CHECK_LOGGED_IN=0700000200
  ROLE_CHECK_QUESTION=$(mysql_packet 0 "03 $(to_hex 'SELECT @@read_only')")
  ROLE_CHECK_GOODBYE=$(mysql_packet 0 01)
  # The row, which comes after the packets for the number of columns, the column and their end: one byte of text, a 0.
  ROLE_CHECK_WRITABLE=$(mysql_packet 4 "01 $(to_hex 0)")
}

# mysql_packet NUMBER PAYLOAD: three bytes with the length, least significant first, and one with the packet's number.
mysql_packet() {
  local payload=${2// /}
  printf '%02x0000%02x%s' $((${#payload} / 2)) "$1" "$payload"
}

to_hex() { printf '%s' "$1" | od -An -v -tx1 | tr -d ' \n'; }
