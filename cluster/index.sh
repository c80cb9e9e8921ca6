# index rebuild: all clones put the pages into their search indexes again, while people search. The clones do the work and go
# on with it after a crash; this command only asks for it and looks on.
# shellcheck shell=bash

command_index_rebuild() {
  local space=${options[--space]} answer request began=$SECONDS
  require_cluster
  load_settings
  load_secrets
  ask_admin_password
  answer=$(call_api -d '' --url-query "space=$space" "$(site_url)/api/index") || die "the rebuild was refused: ${answer%%<*}"
  request=$(json_field request "$answer")
  [ -n "$request" ] || die "the response contains no request: $answer"
  say "The clones rebuild their search indexes${space:+: the pages of $space}"
  while true; do
    # A clone may go away meanwhile, so the request is repeated for a minute.
    answer=$(call_api --retry 12 --retry-delay 5 --retry-all-errors "$(site_url)/api/index?request=$request") ||
      die "the progress can't be read: ${answer%%<*}; the rebuild goes on: $(site_url)/admin/cluster"
    [ "$(json_field state "$answer")" != DONE ] || break
    progress_line "  $(json_field percent "$answer") %"
    sleep 2
  done
  progress_line ''
  say "  Done in $((SECONDS - began)) s"
}
