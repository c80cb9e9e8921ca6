# What is in an image, and how it is made from the build.
# Provides: make_image fill_image seal_image build_of
# shellcheck shell=bash

# Makes an image of the last build. It becomes the newest one, from which a clone starts the next time.
make_image() {
  local new=$COMMONPLACE_DATA/images/.new id
  rm -rf "$new" && mkdir -p "$new"
  fill_image "$new" --reflink=auto
  id=$(seal_image "$new")
  keep_image "$new" "$id"
  ln -sfn "$id" "$COMMONPLACE_DATA/images/newest"
  delete_old_images
}

# fill_image FOLDER CP-OPTION...
fill_image() {
  local to=$1 parts=$COMMONPLACE_HOME/target/parts config=$COMMONPLACE_HOME/payara-config
  shift
  cp "$@" "$COMMONPLACE_HOME/target/commonplace.war" "$COMMONPLACE_HOME/artemis/target/artemis.rar" \
    "$parts/payara-micro.jar" "$parts/mysql-connector-j.jar" "$config/clone" "$config/clone.env.sample" "$to"
  mkdir "$to/config" "$to/extractor"
  cp "$@" "$COMMONPLACE_HOME"/extractor/{run,target/jars/*} "$to/extractor"
  cp "$config"/{hazelcast.xml,pre-boot,post-boot,post-deploy,logging.properties} "$to/config"
  unpack_log "$to"
  pack_gate "$to"
  fill_host "$to"
}

# The commands for a host without a checkout, the balancer's files, and those of a member of a database group.
fill_host() {
  local balancer=$COMMONPLACE_HOME/load-balancer
  mkdir -p "$1"/{host/driver,load-balancer}
  cp "$COMMONPLACE_HOME/payara-config/host" "$1/commonplace"
  cp "$COMMONPLACE_HOME"/cluster/{messages,lock,arguments,images,wait,warm-up,roll,driver}.sh "$1/host"
  cp "$COMMONPLACE_HOME/cluster/driver/systemd.sh" "$1/host/driver"
  cp "$balancer/host" "$1/balancer"
  cp "$balancer"/{haproxy.cfg,clones.cfg,databases.cfg,server-list.sh,role-check.sh,{refused,unavailable}.html,check,balancer.env.sample,keepalived.conf.sample} "$1/load-balancer"
  cp -r "$COMMONPLACE_HOME/payara-config/systemd" "$1"
  mkdir "$1/database"
  cp -r "$COMMONPLACE_HOME/database/mysql" "$1/database"
}

# The application's package for logging, which the server itself loads (see payara-config/clone).
unpack_log() {
  (cd "$1" && jar xf commonplace.war WEB-INF/classes/io/commonplace/platform/log && mv WEB-INF/classes log && rmdir WEB-INF)
}

# The check at the data grid's port. The runtime loads it before the application, so it is a JAR of its own; with the same
# bytes for the same content.
pack_gate() {
  local name=com.hazelcast.instance.impl files
  (cd "$1" && mkdir gate && cd gate &&
    jar xf ../commonplace.war WEB-INF/classes/io/commonplace/cluster/gate WEB-INF/classes/com/hazelcast &&
    mv WEB-INF/classes/* . && rm -r WEB-INF && mkdir -p META-INF/services &&
    echo "$name.EnterpriseNodeExtension" >"META-INF/services/$name.NodeExtension" &&
    mapfile -t files < <(find . -type f -printf '%P\n' | LC_ALL=C sort) &&
    jar --create --file ../grid-gate.jar --no-manifest --date=2000-01-01T00:00:00Z "${files[@]}" && cd .. && rm -r gate)
}

# seal_image FOLDER: writes its id, version and commit into it, and prints the id.
seal_image() {
  local build id
  build=$(build_of "$1/commonplace.war")
  id=$(sed -n 's/^version=//p' <<<"$build")-$(content_of "$1")
  printf 'id=%s\n%s\n' "$id" "$build" >"$1/image.properties"
  echo "$id"
}

# build_of WAR: prints the lines version= and commit=.
build_of() {
  local folder file=WEB-INF/classes/io/commonplace/build.properties war
  war=$(realpath "$1")
  folder=$(mktemp -d)
  (cd "$folder" && jar xf "$war" "$file" && grep -E '^(version|commit)=' "$file")
  rm -rf "$folder"
}
