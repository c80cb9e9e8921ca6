# Runs a change of the primary as a table of phases (switchover.sh, failover.sh). The phases share what is declared here.
# Provides: run_phases repoint_replicas
# Sets: old_primary new_primary
# shellcheck shell=bash

# Global and not local: an EXIT trap does not see the locals of a function in which `set -e` ended the shell.
old_primary='' new_primary=''

# run_phases ROW...: calls the phases one after the other. A row is "PHASE | UNDO | what it does | what people see". A phase
# that can't do its work dies with the reason; then, and after a signal, its UNDO is called. "-" means that there is nothing
# to undo, or that it can't be undone.
run_phases() {
  local row phase undo
  for row in "$@"; do
    # Without starting a process: people may be waiting.
    phase=${row%% *} undo=${row#*| }
    undo=${undo%% *}
    # shellcheck disable=SC2064 # the undo of this phase
    if [ "$undo" = - ]; then trap - EXIT; else trap "$undo" EXIT; fi
    "$phase"
  done
  trap - EXIT
}

# Lets every server that answers follow the new primary.
repoint_replicas() {
  local replica
  for replica in $(replica_names); do
    if database_alive "$replica"; then
      follows_primary "$replica" || follow_primary "$replica"
      say "$replica follows $(primary_name)"
    else
      say "To bring $replica back as a replica: ./commonplace rejoin $replica"
    fi
  done
}
