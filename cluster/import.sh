# Uploads a ZIP and follows its job over the same HTTP that any script may use.
# shellcheck shell=bash

import_file() {
  local file=$1 space=$2 title=${3:-$2}
  [ -r "$file" ] || die "can't read $file"
  load_settings
  load_secrets
  ask_password
  follow_import "$file" "$space" "$title"
}

follow_import() {
  local file=$1 space=$2 title=$3 answer job began=$SECONDS
  say "Importing $(basename "$file") into the space $space"
  answer=$(call -X POST -H 'Content-Type: application/zip' -H 'Expect:' -T "$file" \
    --url-query "name=$title" --url-query "filename=$(basename "$file")" "$(site)/api/spaces/$space/imports") ||
    die "the upload was refused: ${answer%%<*}"
  job=$(field id "$answer")
  job=${job:-$(field job "$answer")}
  [ -n "$job" ] || die "the upload was answered without a job: $answer"
  while true; do
    # A clone may go away meanwhile: only a job that can't be seen for a minute is given up.
    answer=$(call --retry 12 --retry-delay 5 --retry-all-errors "$(site)/api/jobs/$job") || die "job $job can't be seen: ${answer%%<*}"
    case $(field state "$answer") in
      DONE) break ;;
      FAILED | CANCELLED) ticker ''; die "job $job: $(summary "$answer")" ;;
    esac
    ticker "  $(summary "$answer")"
    sleep 0.5
  done
  ticker ''
  say "  $(summary "$answer")"
  say "  It took $((SECONDS - began)) s. The report: $(site)/jobs/$job"
}

site() { echo "$(scheme)://$(case $bind in 0.0.0.0) echo 127.0.0.1 ;; *) echo "$bind" ;; esac):$port"; }

# Until the first administrator has chosen another password, it stands in `secrets`; from then on whoever calls knows it.
knows_password() {
  : "${ADMIN_PASSWORD:=${COMMONPLACE_PASSWORD:-}}"
  [ -n "$ADMIN_PASSWORD" ]
}

ask_password() {
  ! knows_password || return 0
  [ -t 0 ] || die 'COMMONPLACE_PASSWORD must hold the password of admin'
  read -rsp 'Password of admin: ' ADMIN_PASSWORD
  echo >&2
}

# The password goes through a pipe: a command line can be read by everyone on the machine.
call() {
  local quoted=${ADMIN_PASSWORD//\\/\\\\}
  curl_site -sS --fail-with-body --max-time 600 -K <(printf 'user = "admin:%s"\n' "${quoted//\"/\\\"}") \
    -H 'Accept: application/json' "$@" 2>&1
}

# field NAME JSON: the first number or string of that name.
field() {
  grep -oE '"'"$1"'" *: *("([^"\\]|\\.)*"|[^",}]*)' <<<"$2" | sed -n '1{s/^[^:]*: *//; s/^"\(.*\)"$/\1/; p}' || true
}

summary() {
  printf '%s: %s of %s files, %s a second, %s problems. %s' "$(field state "$1")" "$(field 'done' "$1")" \
    "$(field total "$1")" "$(field itemsPerSecond "$1")" "$(field problems "$1")" "$(field message "$1")"
}
