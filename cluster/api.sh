# Calls the site's HTTP API as the administrator.
# Provides: has_admin_password ask_admin_password call_api json_field
# shellcheck shell=bash

# `secrets` holds the first password, until the administrator has chosen another one. Then it must be given.
has_admin_password() {
  : "${ADMIN_PASSWORD:=${COMMONPLACE_PASSWORD:-}}"
  [ -n "$ADMIN_PASSWORD" ]
}

ask_admin_password() {
  ! has_admin_password || return 0
  [ -t 0 ] || die 'COMMONPLACE_PASSWORD must hold the password of admin'
  read -rsp 'Password of admin: ' ADMIN_PASSWORD
  echo >&2
}

# call_api CURL-ARGUMENT...: the password goes through a pipe, because every account of the machine can read a command line.
call_api() {
  local quoted=${ADMIN_PASSWORD//\\/\\\\}
  curl_site -sS --fail-with-body --max-time 600 -K <(printf 'user = "admin:%s"\n' "${quoted//\"/\\\"}") \
    -H 'Accept: application/json' "$@" 2>&1
}

# json_field NAME JSON: prints the first number or string of that name.
json_field() {
  grep -oE '"'"$1"'" *: *("([^"\\]|\\.)*"|[^",}]*)' <<<"$2" | sed -n '1{s/^[^:]*: *//; s/^"\(.*\)"$/\1/; p}' || true
}
