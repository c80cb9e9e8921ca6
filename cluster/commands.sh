# All commands, each with what it takes (see words.sh) and what it does. The help, and what is refused, come from here.
# shellcheck shell=bash

commands=(
  'up [--clones N] [--databases N] [--port N] [--bind ADDRESS] [--address ADDRESS] [--certificate FILE] [--tls] [--auto-failover] [--no-auto-failover] [--data DIR]
   | build what changed, start what is missing'
  'status [--data DIR]
   | each part: state, pid, port, health, memory'
  'logs [PART] [--data DIR]
   | follow the logs (all parts, or one)'
  'restart PART [--data DIR]
   | stop and start one part'
  'image [--oci] [--deb] [--data DIR]
   | build the image of a clone, target/commonplace-VERSION.tar.gz; --oci: an OCI image, too; --deb: a Debian package, too'
  'roll [IMAGE] [--back] [--data DIR]
   | replace the clones, one after the other, by those of an image, or of the newest build; the old ones are put back if it is no good; --back: the image before; or undo a roll-out that was interrupted'
  'scale N [--data DIR]
   | go on with N clones, 1 to 9, while people work'
  'down [--wipe] [--yes] [--data DIR]
   | stop everything; --wipe deletes the data after asking'
  'promote [PART] [--force] [--if-gone] [--data DIR]
   | make a replica the primary; --force: though commits get lost; --if-gone: only when the primary does not answer'
  'rejoin PART [--if-clean] [--data DIR]
   | bring a database back as a replica; --if-clean: not by a copy'
  'add database [--data DIR]
   | add a replica while the cluster runs'
  'backup DIR [--data DIR]
   | back up the running cluster; again: add what was written since'
  'restore DIR [--to TIME] [--yes] [--data DIR]
   | bring a backup back, as it was at its end or at a time like "2026-03-01 17:30:00" (UTC)'
  'certificate ADDRESS FOLDER [--data DIR]
   | the TLS files for the parts of another host'
  'import FILE --space KEY [--name TITLE] [--data DIR]
   | import a ZIP of Markdown files and follow the job'
  'console up [--data DIR]
   | start the administration console, whose pages deploy on the clones'
  'console down [--data DIR]
   | stop it'
  'console status [--data DIR]
   | whether it runs, and the clones it sees'
  'hosts roll IMAGE --hosts FILE [--data DIR]
   | roll an image out to other machines, one after the other; if one fails, those before it get their former image back. FILE is the inventory, as in inventory/staging.sample'
  'hosts back --hosts FILE [--data DIR]
   | bring the former image back on all of them'
  'hosts verify --hosts FILE [--version VERSION] [--data DIR]
   | whether their sites serve, and all clones run that version'
  'test [--unit] [--integration] [--all] [--only NAME] [--pictures]
   | run the tests; --all: the thorough ones, too; ./commonplace test --help tells more'
  'bench view [PATH]
   | measure the page view against a hello servlet'
  'check consistency [--operations N] [--people N] [--faults LIST] [--seed N] [--rate N] [--writing N] [--hot N] [--json FILE] [--data DIR]
   | people at work while parts break; judges what they saw; ./commonplace check consistency --help tells how'
  'help [--data DIR]
   | this text'
)

usage() {
  printf 'Commonplace, an intranet knowledge base on a cluster.\n\n'
  list_commands
  cat <<'HELP'

Parts: database-1 database-2 ... watcher broker balancer clone-1 clone-2 ...

Options
  --data DIR      the cluster's directory (default: var in the checkout; or COMMONPLACE_DATA)
  --clones N      up: number of clones, 1 to 9 (default 2); 0 where they run on other hosts
  --databases N   up: number of databases, 2 to 4 (default 2); also of a cluster that runs
  --auto-failover up: promote a replica when the primary is gone and nothing can get lost;
                  --no-auto-failover leaves it to you (default)
  --port N        up: the first of the cluster's 50 ports, where HAProxy serves (default 8080)
  --bind ADDRESS  up: where HAProxy listens (default 127.0.0.1; 0.0.0.0 serves the network)
  --address A     up: this machine's address for clones on other hosts: the databases and the broker
                  listen there, too
  --certificate F up: the PEM file of a certificate and its key: HTTPS and HTTP/2 at HAProxy
  --tls           up: the parts speak TLS with each other (not in the data grid: it knows none)
  --yes           down --wipe, restore: do not ask
  --help          of any command: this text

Options of `up` are kept in DIR/settings, which also holds the memory sizes. A second cluster on
the same machine:  ./commonplace up --data ~/second --port 9080
HELP
}
