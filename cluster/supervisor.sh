# The parts run under a supervisord of the cluster's own: it restarts what crashes, writes and rotates the logs, and stops
# the parts in order. It is independent of the machine's supervisord.
# Provides: supervisor_ctl supervisor_runs supervisor_states supervisor_start write_supervisor_conf running_parts
# shellcheck shell=bash

supervisor_ctl() { supervisorctl -c "$COMMONPLACE_DATA/supervisor.conf" "$@"; }

# supervisor_rpc METHOD: by XML-RPC (http://supervisord.org/api.html), for what is called often: the start of supervisorctl
# takes half a second of processor time, which the parts need when they start.
supervisor_rpc() {
  curl -s --max-time 10 --unix-socket "$COMMONPLACE_DATA/run/supervisor.sock" -H 'Content-Type: text/xml' \
    -d "<methodCall><methodName>supervisor.$1</methodName></methodCall>" http://localhost/RPC2
}

supervisor_runs() { [[ $(supervisor_rpc getPID) == *'<int>'* ]]; }

# supervisor_states [PART...]: prints a line "NAME STATE PID" for each part, or for all. A part that the supervisor does not
# know, or all if there is no supervisor, are DOWN.
# shellcheck disable=SC2120
supervisor_states() {
  local part known
  known=$(supervisor_rpc getAllProcessInfo | perl -0777 -ne '
    for (split /<struct>/) {
      my %is = m{<name>(\w+)</name>\s*<value><\w+>([^<]*)<}g;
      print "$is{name} $is{statename} ", $is{pid} || "", "\n" if $is{name};
    }') || true
  # shellcheck disable=SC2046 # names without blanks
  [ $# -gt 0 ] || set -- $(part_names)
  for part in "$@"; do grep "^$part " <<<"$known" || echo "$part DOWN"; done
}

write_supervisor_conf() {
  local part file=$COMMONPLACE_DATA/supervisor.conf
  {
    cat <<CONF
; Written by ./commonplace up.
[unix_http_server]
file=$COMMONPLACE_DATA/run/supervisor.sock
chmod=0700
[supervisord]
logfile=$COMMONPLACE_DATA/logs/supervisor.log
pidfile=$COMMONPLACE_DATA/run/supervisor.pid
childlogdir=$COMMONPLACE_DATA/logs
umask=077
user=$(id -un)
[rpcinterface:supervisor]
supervisor.rpcinterface_factory=supervisor.rpcinterface:make_main_rpcinterface
[supervisorctl]
serverurl=unix://$COMMONPLACE_DATA/run/supervisor.sock
CONF
    for part in $(part_and_console_names); do supervisor_program "$part"; done
  } >"$file"
}

# supervisor_program PART: the parts stop in the reverse order of their priorities. patience: the seconds that a part may
# take to end cleanly (transactions, journals, requests in flight) before it is killed.
supervisor_program() {
  local folder start=run priority patience by_itself=true
  case $1 in
    database-*) folder=database priority=10 patience=60 ;;
    watcher) folder=database start=watch priority=15 patience=10 ;;
    broker) folder=artemis priority=20 patience=30 ;;
    clone-*) folder=payara-config priority=30 patience=60 ;;
    balancer) folder=load-balancer priority=40 patience=10 ;;
    console) folder=payara-console priority=50 patience=20 by_itself=false ;;
  esac
  cat <<CONF
[program:$1]
command=$COMMONPLACE_HOME/$folder/$start $1
environment=COMMONPLACE_DATA="$COMMONPLACE_DATA",COMMONPLACE_HOME="$COMMONPLACE_HOME"
priority=$priority
stopwaitsecs=$patience
autostart=$by_itself
autorestart=true
; A part that needs another one fails for as long as that one is down.
startsecs=2
startretries=30
redirect_stderr=true
stdout_logfile=$COMMONPLACE_DATA/logs/$1.log
stdout_logfile_maxbytes=10MB
stdout_logfile_backups=5
CONF
}

# Starts the supervisor and all parts; if it runs already, the parts that are new or have stopped.
supervisor_start() {
  local part
  if supervisor_runs; then
    supervisor_ctl update >/dev/null
    # shellcheck disable=SC2119 # all parts
    for part in $(supervisor_states | awk '$2 ~ /STOPPED|EXITED|FATAL/ {print $1}'); do
      supervisor_ctl start "$part" >/dev/null 9>&- &
    done
    wait
  else
    # The descriptors of the locks are closed: the supervisor would hold the locks as long as it runs.
    supervisord -c "$COMMONPLACE_DATA/supervisor.conf" 8>&- 9>&-
  fi
}

running_parts() { supervisor_ctl status 2>/dev/null | awk '$2 == "RUNNING" || $2 == "STARTING" || $2 == "BACKOFF" {print $1}'; }
