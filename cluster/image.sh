# Images: all that a clone is made of, in one folder that never changes. Each has an id of its
# version and its content; a clone's folder holds a link to the one that it starts from.
# shellcheck shell=bash

# From the last build; it becomes the newest, which a clone takes when it is started the next time.
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
  mkdir "$to/config"
  cp "$config"/{hazelcast.xml,pre-boot,post-boot,post-deploy,logging.properties} "$to/config"
  unpack_log "$to"
  pack_gate "$to"
  fill_host "$to"
}

# The commands of a host of its own, and the balancer's files for one.
fill_host() {
  local balancer=$COMMONPLACE_HOME/load-balancer
  mkdir "$1"/{host,load-balancer}
  cp "$COMMONPLACE_HOME/payara-config/host" "$1/commonplace"
  cp "$COMMONPLACE_HOME"/cluster/{say,lock,words,image,wait,warm,roll}.sh "$COMMONPLACE_HOME/payara-config/host.sh" "$1/host"
  cp "$balancer/host" "$1/balancer"
  cp "$balancer"/{haproxy.cfg,clones.cfg,databases.cfg,fill.sh,role-check.sh,{refused,unavailable}.html,check,balancer.env.sample,keepalived.conf.sample} "$1/load-balancer"
  cp -r "$COMMONPLACE_HOME/payara-config/systemd" "$1"
}

# The one package of the application that the server itself needs (see payara-config/clone).
unpack_log() {
  (cd "$1" && jar xf commonplace.war WEB-INF/classes/io/commonplace/platform/log && mv WEB-INF/classes log && rmdir WEB-INF)
}

# What guards the grid's port. The runtime needs it before there is an application, as one archive; the same bytes for
# the same content.
pack_gate() {
  local name=com.hazelcast.instance.impl files
  (cd "$1" && mkdir gate && cd gate &&
    jar xf ../commonplace.war WEB-INF/classes/io/commonplace/cluster/gate WEB-INF/classes/com/hazelcast &&
    mv WEB-INF/classes/* . && rm -r WEB-INF && mkdir -p META-INF/services &&
    echo "$name.EnterpriseNodeExtension" >"META-INF/services/$name.NodeExtension" &&
    mapfile -t files < <(find . -type f -printf '%P\n' | LC_ALL=C sort) &&
    jar --create --file ../grid-gate.jar --no-manifest --date=2000-01-01T00:00:00Z "${files[@]}" && cd .. && rm -r gate)
}

# seal_image FOLDER: writes what it is into it, and prints its id.
seal_image() {
  local build id
  build=$(build_of "$1/commonplace.war")
  id=$(sed -n 's/^version=//p' <<<"$build")-$(content_of "$1")
  printf 'id=%s\n%s\n' "$id" "$build" >"$1/image.properties"
  echo "$id"
}

# The lines version= and commit= of an application.
build_of() {
  local folder file=WEB-INF/classes/io/commonplace/build.properties war
  war=$(realpath "$1")
  folder=$(mktemp -d)
  (cd "$folder" && jar xf "$war" "$file" && grep -E '^(version|commit)=' "$file")
  rm -rf "$folder"
}

# Twelve digits that are others when any byte or right of any file is another one.
content_of() {
  (cd "$1" && find . -type f ! -name image.properties -printf '%m %p\n' | LC_ALL=C sort | sha256sum
    find . -type f ! -name image.properties -print0 | LC_ALL=C sort -z | xargs -0 sha256sum) | sha256sum | cut -c 1-12
}

# keep_image FOLDER ID: moves it to its place, if it isn't there already.
keep_image() {
  if [ -d "$COMMONPLACE_DATA/images/$2" ]; then rm -rf "$1"; else mv "$1" "$COMMONPLACE_DATA/images/$2"; fi
}

image_of() { basename "$(readlink "$COMMONPLACE_DATA/$1/image" 2>/dev/null)" 2>/dev/null || true; }

# The version and the commit of a clone's image, as in the name of the file that it came from.
version_of() {
  sed -n 's/^version=//p; s/^commit=//p' "$COMMONPLACE_DATA/$1/image/image.properties" 2>/dev/null | paste -sd - || true
}

# The same of what a clone really runs, as it tells itself; nothing if it doesn't.
running_version() {
  [[ $1 == clone-* ]] || return 0
  curl -s --max-time 3 "$(past_balancer "$1")/health/ready" | sed -n 's/.*"version":"\([^ "]*\) (\([^")]*\))".*/\1-\2/p'
}

# take_image PART ID: the part starts from it the next time.
take_image() {
  mkdir -p "$COMMONPLACE_DATA/$1"
  ln -sfn "../images/$2" "$COMMONPLACE_DATA/$1/image"
}

newest_image() { readlink "$COMMONPLACE_DATA/images/newest"; }

# Those that no clone, no roll-out and no way back needs.
delete_old_images() {
  local id used
  used=" $(newest_image) $(cat "$COMMONPLACE_DATA"/roll{,.last} 2>/dev/null | tr '=\n' '  ' || true) "
  for id in $(parts | grep '^clone-'); do used+="$(image_of "$id") "; done
  for id in "$COMMONPLACE_DATA"/images/*/; do
    id=$(basename "$id")
    [ "$id" = newest ] || [[ $used == *" $id "* ]] || rm -rf "$COMMONPLACE_DATA/images/$id"
  done
}

# unpack_image FILE: takes an image in, which is not trusted until it is what it says; prints its id.
unpack_image() {
  local file=$1 new=$COMMONPLACE_DATA/images/.unpacked id top names
  [ -r "$file" ] || die "can't read the image $file"
  [ ! -e "$file.sha256" ] || (cd "$(dirname "$file")" && sha256sum --status -c "$(basename "$file").sha256") ||
    die "$file is damaged: it is not what $file.sha256 says"
  names=$(tar tzf "$file" 2>/dev/null) || die "$file is no image: it is not a .tar.gz"
  top=${names%%/*}
  [[ $top =~ ^commonplace-[A-Za-z0-9._-]+$ ]] && ! grep -qvE "^$top/" <<<"$names" && ! grep -qE '(^|/)\.\.(/|$)' <<<"$names" ||
    die "$file is no image of Commonplace"
  rm -rf "$new" && mkdir -p "$new"
  tar xzf "$file" -C "$new" --strip-components=1 --no-same-owner
  id=$(sed -n 's/^id=//p' "$new/image.properties" 2>/dev/null)
  [ -n "$id" ] && [ "${id##*-}" = "$(content_of "$new")" ] && [[ $id =~ ^[A-Za-z0-9._-]+$ ]] || {
    rm -rf "$new"
    die "$file is no image of Commonplace, or it was changed"
  }
  keep_image "$new" "$id"
  echo "$id"
}

# pack_image OCI DEB: one file from which a clone starts; with the first, an OCI image, too; with the second, a
# Debian package.
pack_image() {
  local target=$COMMONPLACE_HOME/target commit name new file
  commit=$(commit)
  mkdir -p "$COMMONPLACE_DATA/logs" "$target"
  build_parts
  step 'Building the application' "$COMMONPLACE_DATA/logs/build.log" build_application "$commit"
  name=commonplace-$(build_of "$target/commonplace.war" | sed -n 's/^version=//p')-$commit
  new=$target/image/$name
  rm -rf "$target/image" "$target"/commonplace-*.{tar.gz,tar.gz.sha256,oci.tar,deb} && mkdir -p "$new"
  step 'Listing what it is made of' "$COMMONPLACE_DATA/logs/bom.log" write_bom "$target/bom.json"
  step 'Making a Java runtime' "$COMMONPLACE_DATA/logs/runtime.log" make_runtime "$new/runtime"
  fill_image "$new"
  cp "$target/bom.json" "$new"
  chmod -R u=rwX,go=rX "$new"
  seal_image "$new" >/dev/null
  chmod a+r "$new/image.properties"
  file=$name.tar.gz
  # The same bytes for the same content: sorted, and without times, owners and the packer's own mark.
  tar c -C "$target/image" --sort=name --mtime=@0 --owner=0 --group=0 --numeric-owner --format=gnu "$name" | gzip -9n >"$target/$file"
  (cd "$target" && sha256sum "$file" >"$file.sha256")
  say "The image: target/$file ($(du -h "$target/$file" | cut -f 1))"
  if [ -n "$1" ]; then
    step 'Packing the OCI image' "$COMMONPLACE_DATA/logs/oci.log" pack_oci "$new" "$target/$name.oci.tar" "${name#commonplace-}"
    say "The OCI image: target/$name.oci.tar ($(du -h "$target/$name.oci.tar" | cut -f 1))"
  fi
  if [ -n "$2" ]; then
    step 'Packing the Debian package' "$COMMONPLACE_DATA/logs/deb.log" pack_deb "$new" "$target/$name.deb" "${name#commonplace-}"
    say "The Debian package: target/$name.deb ($(du -h "$target/$name.deb" | cut -f 1))"
  fi
  rm -rf "$target/image"
}

# Only the modules that the runtime and the application use; a class that is missing shows at the start.
make_runtime() {
  jlink --add-modules java.se,jdk.unsupported,jdk.crypto.ec,jdk.management,jdk.management.agent,jdk.jfr,jdk.naming.dns,jdk.net,jdk.zipfs,jdk.charsets,jdk.localedata,jdk.jcmd,jdk.httpserver,jdk.xml.dom,jdk.security.auth \
    --strip-debug --no-header-files --no-man-pages --compress=0 --output "$1"
}

# The application's, the resource adapter's, the parts that are taken as they are, and the Java runtime.
write_bom() {
  local parts=$COMMONPLACE_HOME/target/parts made=$COMMONPLACE_HOME/target/bom pom=$COMMONPLACE_HOME/pom.xml
  mvn -B -f "$pom" org.cyclonedx:cyclonedx-maven-plugin:makeBom -DoutputDirectory="$made" -DoutputName=application &&
    mvn -B -f "$COMMONPLACE_HOME/artemis/pom.xml" org.cyclonedx:cyclonedx-maven-plugin:makeBom \
      -DoutputDirectory="$made" -DoutputName=adapter &&
    python3 "$COMMONPLACE_HOME/cluster/bom.py" "$1" "$made/application.json" "$made/adapter.json" -- \
      "payara-micro:fish.payara.extras:$(pinned payara "$pom"):CDDL-1.1 OR GPL-2.0-only WITH Classpath-exception-2.0:$parts/payara-micro.jar" \
      "mysql-connector-j:com.mysql:$(pinned connector-j "$pom"):GPL-2.0-only WITH Universal-FOSS-exception-1.0:$parts/mysql-connector-j.jar" \
      "openjdk::$(jlink --version):GPL-2.0-only WITH Classpath-exception-2.0:"
}

# pinned NAME POM: the version in the property NAME.version.
pinned() { sed -n "s|^ *<$1.version>\(.*\)</$1.version>|\1|p" "$2"; }
