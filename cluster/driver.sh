# The driver: how clones run in this place. Rolling out (roll.sh), scaling, waiting, warming up and the images call
# these functions, and know nothing else of the place. There are two drivers:
#   driver/supervisor.sh  a whole cluster on one machine: supervisord runs the parts, HAProxy's socket does the routing
#   driver/systemd.sh     a host that runs only clones: one systemd unit each; the balancers are elsewhere
# load_driver refuses a driver that lacks one of them; a test also refuses one that has more.
# Provides: load_driver
# shellcheck shell=bash

# FUNCTION ARGUMENTS | what it does, prints or returns
driver_functions=(
  'driver_begin                | checks that clones can be replaced here, loads what the driver needs, takes the lock; dies with the reason if not'
  'driver_build                | makes the newest image from the checkout, or dies where there is none'
  'driver_clones               | prints the names of the clones, one a line'
  'driver_states [PART...]     | prints a line "NAME STATE PID" for each part; states as supervisord names them, or DOWN if unknown'
  'driver_healthy PART         | true if the part itself works, whether requests are routed to it or not'
  'driver_serving CLONE        | true if the clone is healthy and requests are routed to it'
  'driver_url CLONE            | prints the address of the clone itself, which bypasses the balancer'
  'driver_log PART             | prints where its log is: a file, or a command that shows it'
  'driver_fail PART REASON     | shows the errors at the end of its log and dies with the reason'
  'driver_warn_if_alone        | prints a warning if no other clone serves while one is replaced'
  'driver_stop PART...         | stops the parts; returns when all have ended'
  'driver_start PART           | starts it, and does not wait until it is healthy; a clone starts without requests routed to it'
  'driver_drain PART           | stops routing to a clone and waits up to 30 s for its requests to end; does nothing for other parts'
  'driver_warm_up CLONE        | visits the drained clone until it is warm; fails if a page answers with an error'
  'driver_admit CLONE          | routes requests to the clone again; returns when the balancers do, dies if they do not'
  'driver_visit CLONE          | visits the admitted clone through the balancer, where driver_warm_up could not; fails on an error'
  'driver_answers CLONE        | prints "ANSWERS ERRORS": how many the clone has given so far'
)

# load_driver FILE
load_driver() {
  local row
  # shellcheck source=/dev/null
  . "$1"
  for row in "${driver_functions[@]}"; do
    declare -F "${row%% *}" >/dev/null || die "the driver $1 lacks ${row%% *}; cluster/driver.sh says what it must do"
  done
}
