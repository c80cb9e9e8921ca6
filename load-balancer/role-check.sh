# What the balancer says to a database to learn whether it takes writes, and hears from one that does. It is the
# databases' own protocol (https://mariadb.com/kb/en/0-packet/): HAProxy sends bytes, and wants them in hex.
# shellcheck shell=bash

# As the account `health`, which has no password. The flags: long password, protocol 4.1, secure connection; then
# packets of 16 MB at most, the character set utf8, 23 bytes of nothing, and at the end the password's length.
export_role_check() {
  export ROLE_CHECK_LOGIN ROLE_CHECK_LOGGED_IN ROLE_CHECK_QUESTION ROLE_CHECK_GOODBYE ROLE_CHECK_WRITABLE
  ROLE_CHECK_LOGIN=$(packet 1 "01820000 00000001 21 $(printf '00%.0s' {1..23}) $(hex health) 00 00")
  # The beginning of seven bytes that say OK.
  ROLE_CHECK_LOGGED_IN=0700000200
  ROLE_CHECK_QUESTION=$(packet 0 "03 $(hex 'SELECT @@read_only')")
  ROLE_CHECK_GOODBYE=$(packet 0 01)
  # The row, after the number of columns, the column and their end: one byte of text, which is 0.
  ROLE_CHECK_WRITABLE=$(packet 4 "01 $(hex 0)")
}

# packet NUMBER PAYLOAD: three bytes with its length, the least first, and one with its number in the conversation.
packet() {
  local payload=${2// /}
  printf '%02x0000%02x%s' $((${#payload} / 2)) "$1" "$payload"
}

hex() { printf '%s' "$1" | od -An -v -tx1 | tr -d ' \n'; }
