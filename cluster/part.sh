# What every part's `run` begins with: the part's name, the settings, the secrets, its folder.
# The supervisor calls `run PART`; the last thing it does is to become the server by `exec`.
# shellcheck shell=bash

part=$1
umask 077
# shellcheck source=/dev/null
. "$COMMONPLACE_HOME/cluster/say.sh"
# shellcheck source=/dev/null
. "$COMMONPLACE_HOME/cluster/settings.sh"
load_settings
load_secrets
servers=$COMMONPLACE_DATA/servers
home=$COMMONPLACE_DATA/$part
mkdir -p "$home" "$COMMONPLACE_DATA/run"
# By this mark the command recognises the process, whatever it becomes.
export COMMONPLACE_PART="$COMMONPLACE_DATA $part"
echo $$ >"$COMMONPLACE_DATA/run/$part.pid"
