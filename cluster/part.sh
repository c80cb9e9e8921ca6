# What every part's `run` begins with: the part's name, the settings, the secrets, its folder.
# The supervisor calls `run PART`; the last thing it does is to become the server by `exec`.
# shellcheck shell=bash

part=$1
# By this mark the command recognises the process, whatever it becomes; so it has to be there from its beginning.
if [ "${COMMONPLACE_PART:-}" != "$COMMONPLACE_DATA $part" ]; then
  export COMMONPLACE_PART="$COMMONPLACE_DATA $part"
  exec "$0" "$@"
fi
umask 077
# shellcheck source=/dev/null
. "$COMMONPLACE_HOME/cluster/say.sh"
# shellcheck source=/dev/null
. "$COMMONPLACE_HOME/cluster/settings.sh"
# shellcheck source=/dev/null
. "$COMMONPLACE_HOME/cluster/orphans.sh"
stand_in "$part"
load_settings
load_secrets
servers=$COMMONPLACE_DATA/servers
home=$COMMONPLACE_DATA/$part
mkdir -p "$home" "$COMMONPLACE_DATA/run"
echo $$ >"$COMMONPLACE_DATA/run/$part.pid"
