# The first administrator's password, made at random, leaves `secrets` as soon as another one was chosen: it is of no use
# any more, and nobody should go on believing it.
# shellcheck shell=bash

# Looks now and then, beside what the watcher has to do in time: a server that is frozen must not hold that up.
# COMMONPLACE_KEEP_PASSWORD keeps it, and the first administrator need not choose another one: for tests and demonstrations.
look_after_first_password() {
  [ -z "${COMMONPLACE_KEEP_PASSWORD:-}" ] && [ $((SECONDS % 5)) -eq 0 ] || return 0
  holds_first_password || return 0
  ( trap - EXIT TERM INT; forget_first_password "$1" ) 2>/dev/null 9>&- &
}

holds_first_password() { grep -q '^ADMIN_PASSWORD=' "$COMMONPLACE_DATA/secrets"; }

# forget_first_password PRIMARY: if it was changed. Before the migrations have run there is no such column: an error.
forget_first_password() {
  [ "$(sql_patience=4 first_password_changed "$1")" = 1 ] || return 0
  sed -i '/^ADMIN_PASSWORD=/d' "$COMMONPLACE_DATA/secrets"
  echo 'The first administrator has another password: the first one has left the secrets'
}

first_password_changed() {
  sql "$1" <<<"SELECT COUNT(*) FROM commonplace.person WHERE name = 'admin' AND must_change_password = FALSE"
}
