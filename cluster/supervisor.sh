# The parts run under a supervisord of the cluster's own: it brings back what crashes, keeps and
# rotates the logs, and stops the parts in order. It never sees the machine's own supervisord.
# shellcheck shell=bash

supervisor() { supervisorctl -c "$COMMONPLACE_DATA/supervisor.conf" "$@"; }

# supervisor_says METHOD: the same by its XML-RPC (http://supervisord.org/api.html), for what is asked often: the
# command's own start takes half a second of a processor, which the parts need when they start.
supervisor_says() {
  curl -s --max-time 10 --unix-socket "$COMMONPLACE_DATA/run/supervisor.sock" -H 'Content-Type: text/xml' \
    -d "<methodCall><methodName>supervisor.$1</methodName></methodCall>" http://localhost/RPC2
}

supervisor_runs() { [[ $(supervisor_says getPID) == *'<int>'* ]]; }

# states [PART...]: of all parts, or of these; one line each: name, state, pid. What the supervisor doesn't
# know is DOWN.
# shellcheck disable=SC2120
states() {
  local part known
  known=$(supervisor_says getAllProcessInfo | perl -0777 -ne '
    for (split /<struct>/) {
      my %is = m{<name>(\w+)</name>\s*<value><\w+>([^<]*)<}g;
      print "$is{name} $is{statename} ", $is{pid} || "", "\n" if $is{name};
    }') || true
  # shellcheck disable=SC2046 # names without blanks
  [ $# -gt 0 ] || set -- $(parts)
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
    for part in $(parts_and_console); do program "$part"; done
  } >"$file"
}

# program PART: stops come in the reverse order of the priorities; the wait before the kill is
# what a part needs to end cleanly (transactions, journals, requests in flight).
program() {
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
; A part that needs another one may fail for as long as that one is away.
startsecs=2
startretries=30
redirect_stderr=true
stdout_logfile=$COMMONPLACE_DATA/logs/$1.log
stdout_logfile_maxbytes=10MB
stdout_logfile_backups=5
CONF
}

# Starts the supervisor, or lets the running one take in what is new; what runs is left alone.
start_supervised() {
  local part
  if supervisor_runs; then
    supervisor update >/dev/null
    # shellcheck disable=SC2119 # all parts
    for part in $(states | awk '$2 ~ /STOPPED|EXITED|FATAL/ {print $1}'); do
      supervisor start "$part" >/dev/null 9>&- &
    done
    wait
  else
    # Without the locks that this shell holds: the supervisor would keep them for ever.
    supervisord -c "$COMMONPLACE_DATA/supervisor.conf" 8>&- 9>&-
  fi
}
