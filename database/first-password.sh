# Deletes the administrator's random first password from `secrets` when another one was chosen, so that nobody relies on it.
# Provides: watch_first_password
# shellcheck shell=bash

# watch_first_password PRIMARY: every few seconds, in the background: a frozen server must not block the watcher.
# COMMONPLACE_KEEP_PASSWORD keeps the password, and the administrator need not choose another one: for tests and demonstrations.
watch_first_password() {
  [ -z "${COMMONPLACE_KEEP_PASSWORD:-}" ] && [ $((SECONDS % 5)) -eq 0 ] || return 0
  has_first_password || return 0
  ( trap - EXIT TERM INT; forget_first_password "$1" ) 2>/dev/null 9>&- &
}

has_first_password() { grep -q '^ADMIN_PASSWORD=' "$COMMONPLACE_DATA/secrets"; }

# forget_first_password PRIMARY: before the migrations have run, there is no such column, and this fails.
forget_first_password() {
  [ "$(sql_patience=4 first_password_changed "$1")" = 1 ] || return 0
  sed -i '/^ADMIN_PASSWORD=/d' "$COMMONPLACE_DATA/secrets"
  echo 'The administrator has another password; the first one was deleted from the secrets'
}

first_password_changed() {
  sql "$1" <<<"SELECT COUNT(*) FROM commonplace.person WHERE name = 'admin' AND must_change_password = FALSE"
}
