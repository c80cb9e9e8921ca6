# The beginning of every part's `run`: sets the part's name and folder, loads the settings and secrets. The supervisor calls
# `run PART`, whose last step is to become the server by `exec`.
# Sets: part home servers
# shellcheck shell=bash

part=$1
# The commands recognise the process by this mark in its environment, whatever program it becomes. The kernel shows the
# environment that a process was started with, hence the second start.
if [ "${COMMONPLACE_PART:-}" != "$COMMONPLACE_DATA $part" ]; then
  export COMMONPLACE_PART="$COMMONPLACE_DATA $part"
  exec "$0" "$@"
fi
umask 077
for library in messages settings orphans; do
  # shellcheck source=/dev/null
  . "$COMMONPLACE_HOME/cluster/$library.sh"
done
wait_for_orphan "$part"
load_settings
load_secrets
servers=$COMMONPLACE_DATA/servers
home=$COMMONPLACE_DATA/$part
mkdir -p "$home" "$COMMONPLACE_DATA/run"
echo $$ >"$COMMONPLACE_DATA/run/$part.pid"
