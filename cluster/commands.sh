# The list of commands: each with its synopsis (see arguments.sh) and what it does. The help and the parser read it.
# Provides: show_help
# Sets: commands
# shellcheck shell=bash

commands=(
  'up [--clones N] [--databases N] [--port N] [--bind ADDRESS] [--address ADDRESS] [--certificate FILE] [--tls] [--auto-failover] [--no-auto-failover] [--data DIR]
   | build what changed, start what is missing'
  'status [--data DIR]
   | show for each part: state, pid, port, health, memory'
  'logs [PART] [--data DIR]
   | follow the logs of all parts, or of one'
  'restart PART [--data DIR]
   | stop and start one part'
  'image [--oci] [--deb] [--data DIR]
   | build the image of a clone, target/commonplace-VERSION-COMMIT.tar.gz; --oci: also an OCI image; --deb: also a Debian package'
  'roll [IMAGE] [--back] [--data DIR]
   | roll out an image, or the newest build: replace the clones one after the other, and put the old image back if the new one fails; --back: roll back to the image before, or undo an interrupted roll-out'
  'scale N [--data DIR]
   | change the number of clones to N, 1 to 9, while people work'
  'down [--wipe] [--yes] [--data DIR]
   | stop everything; --wipe: delete the data after asking'
  'promote [PART] [--force] [--if-gone] [--data DIR]
   | make a replica the primary; --force: even if commits get lost; --if-gone: only if the primary does not answer'
  'rejoin PART [--if-clean] [--data DIR]
   | bring a database back as a replica; --if-clean: only if it needs no copy'
  'add database [--data DIR]
   | add a replica while the cluster runs'
  'backup DIR [--data DIR]
   | back up the running cluster; again with the same DIR: add what was written since'
  'restore DIR [--to TIME] [--yes] [--data DIR]
   | restore a backup, up to its end or to a time like "2026-03-01 17:30:00" (UTC)'
  'certificate ADDRESS FOLDER [--data DIR]
   | make the TLS files for the parts of another host'
  'import FILE --space KEY [--name TITLE] [--readers WHO] [--data DIR]
   | import a ZIP archive of Markdown files and follow the job; --readers: who may see a space that is created, administrators (default) or everyone'
  'index rebuild [--space KEY] [--data DIR]
   | rebuild the search indexes of all clones while people search; --space: only the pages of one space'
  'console up [--data DIR]
   | start the administration console, whose pages deploy on the clones'
  'console down [--data DIR]
   | stop it'
  'console status [--data DIR]
   | show whether it runs, and which clones it sees'
  'hosts roll IMAGE --hosts FILE [--data DIR]
   | roll an image out to other machines, one after the other; if one fails, roll back those before it. FILE is the inventory, as in inventory/staging.sample'
  'hosts back --hosts FILE [--data DIR]
   | roll all of them back to their former image'
  'hosts verify --hosts FILE [--version VERSION] [--data DIR]
   | check that their sites serve, and that all clones run that version'
  'test [--unit] [--integration] [--all] [--only NAME] [--pictures]
   | run the tests; --all: also the thorough ones; see ./commonplace test --help'
  'bench view [PATH]
   | measure the page view against a hello servlet'
  'bench scale [PAGES]
   | measure what the size of a space costs; PAGES is how many the large one has'
  'bench import [PAGES]
   | measure imports; PAGES is how many the large one has'
  'bench write [ROUNDS]
   | measure creating, saving and moving a page against a bare transaction; ROUNDS is how often'
  'bench search [--pages N] [--cluster]
   | measure how well the search ranks, and what it costs; --pages: how many to generate in its cluster; --cluster: only that'
  'check consistency [--operations N] [--people N] [--faults LIST] [--seed N] [--rate N] [--writing N] [--hot N] [--json FILE] [--data DIR]
   | make parts fail while simulated people work, and check what they saw; see ./commonplace check consistency --help'
  'help [--data DIR]
   | show this text'
)

show_help() {
  printf 'Commonplace, an intranet knowledge base on a cluster.\n\n'
  list_commands
  cat <<'HELP'

Parts: database-1 database-2 ... watcher broker balancer clone-1 clone-2 ...

Options
  --data DIR      the cluster's directory (default: var in the checkout; or COMMONPLACE_DATA)
  --clones N      up: number of clones, 1 to 9 (default 2); 0 if they run on other hosts
  --databases N   up: number of databases, 2 to 4 (default 2); also for a running cluster
  --auto-failover up: promote a replica when the primary is gone and nothing can get lost;
                  --no-auto-failover leaves it to you (default)
  --port N        up: the first of the cluster's 50 ports, on which HAProxy serves (default 8080)
  --bind ADDRESS  up: where HAProxy listens (default 127.0.0.1; 0.0.0.0 serves the network)
  --address A     up: this machine's address for clones on other hosts: the databases and the broker
                  also listen there
  --certificate F up: the PEM file of a certificate and its key: HTTPS and HTTP/2 at HAProxy
  --tls           up: TLS between the parts (not in the data grid, which has none)
  --yes           down --wipe, restore: do not ask
  --help          of any command: this text

`up` stores its options in DIR/settings, which also has the memory sizes. A second cluster on
the same machine:  ./commonplace up --data ~/second --port 9080
HELP
}
