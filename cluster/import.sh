# import FILE: uploads a ZIP and follows its job, over the same HTTP API that any script may use.
# Provides: follow_import
# shellcheck shell=bash

command_import() {
  local file=$1 key=${options[--space]} readers=${options[--readers]:-administrators}
  [ -r "$file" ] || die "can't read the file $file"
  case $readers in administrators | everyone) ;; *) die "--readers is administrators or everyone, not '$readers'" ;; esac
  load_settings
  load_secrets
  ask_admin_password
  follow_import "$file" "$key" "${options[--name]:-$key}" "$readers"
}

# follow_import FILE SPACE TITLE READERS: READERS may view the space if it is created.
follow_import() {
  local file=$1 space=$2 title=$3 readers=$4 answer job began=$SECONDS
  say "Importing $(basename "$file") into the space $space"
  answer=$(call_api -X POST -H 'Content-Type: application/zip' -H 'Expect:' -T "$file" \
    --url-query "name=$title" --url-query "readers=$readers" --url-query "filename=$(basename "$file")" \
    "$(site_url)/api/spaces/$space/imports") ||
    die "the upload was refused: ${answer%%<*}"
  job=$(json_field id "$answer")
  job=${job:-$(json_field job "$answer")}
  [ -n "$job" ] || die "the response to the upload contains no job: $answer"
  while true; do
    # A clone may go away meanwhile, so the request is repeated for a minute.
    answer=$(call_api --retry 12 --retry-delay 5 --retry-all-errors "$(site_url)/api/jobs/$job") ||
      die "job $job can't be read: ${answer%%<*}; it goes on: $(site_url)/jobs/$job"
    case $(json_field state "$answer") in
      DONE) break ;;
      FAILED | CANCELLED) progress_line ''; die "job $job: $(job_summary "$answer")" ;;
    esac
    progress_line "  $(job_summary "$answer")"
    sleep 0.5
  done
  progress_line ''
  say "  $(job_summary "$answer")"
  say "  It took $((SECONDS - began)) s. The report: $(site_url)/jobs/$job"
}

job_summary() {
  printf '%s: %s of %s files, %s a second, %s problems. %s' "$(json_field state "$1")" "$(json_field 'done' "$1")" \
    "$(json_field total "$1")" "$(json_field itemsPerSecond "$1")" "$(json_field problems "$1")" "$(json_field message "$1")"
}
