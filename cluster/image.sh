# image [--oci] [--deb]: builds the image of a clone as one file, target/commonplace-VERSION.tar.gz.
# shellcheck shell=bash

command_image() {
  local target=$COMMONPLACE_HOME/target commit name new file
  commit=$(checkout_commit)
  mkdir -p "$COMMONPLACE_DATA/logs" "$target"
  build_parts
  run_step 'Building the application' "$COMMONPLACE_DATA/logs/build.log" build_application "$commit"
  name=commonplace-$(build_of "$target/commonplace.war" | sed -n 's/^version=//p')-$commit
  new=$target/image/$name
  rm -rf "$target/image" "$target"/commonplace-*.{tar.gz,tar.gz.sha256,oci.tar,deb} && mkdir -p "$new"
  run_step 'Listing what it is made of' "$COMMONPLACE_DATA/logs/bom.log" write_bom "$target/bom.json"
  run_step 'Making a Java runtime' "$COMMONPLACE_DATA/logs/runtime.log" make_runtime "$new/runtime"
  fill_image "$new"
  cp "$target/bom.json" "$new"
  chmod -R u=rwX,go=rX "$new"
  seal_image "$new" >/dev/null
  chmod a+r "$new/image.properties"
  file=$name.tar.gz
  # The same bytes for the same content: sorted, and without times and owners; gzip -n omits its own time stamp.
  tar c -C "$target/image" --sort=name --mtime=@0 --owner=0 --group=0 --numeric-owner --format=gnu "$name" | gzip -9n >"$target/$file"
  (cd "$target" && sha256sum "$file" >"$file.sha256")
  say "The image: target/$file ($(du -h "$target/$file" | cut -f 1))"
  if [ -n "${options[--oci]}" ]; then
    run_step 'Packing the OCI image' "$COMMONPLACE_DATA/logs/oci.log" pack_oci "$new" "$target/$name.oci.tar" "${name#commonplace-}"
    say "The OCI image: target/$name.oci.tar ($(du -h "$target/$name.oci.tar" | cut -f 1))"
  fi
  if [ -n "${options[--deb]}" ]; then
    run_step 'Packing the Debian package' "$COMMONPLACE_DATA/logs/deb.log" pack_deb "$new" "$target/$name.deb" "${name#commonplace-}"
    say "The Debian package: target/$name.deb ($(du -h "$target/$name.deb" | cut -f 1))"
  fi
  rm -rf "$target/image"
}

# Only the modules that the runtime and the application use; a missing one fails at the start.
make_runtime() {
  jlink --add-modules java.se,jdk.unsupported,jdk.crypto.ec,jdk.management,jdk.management.agent,jdk.jfr,jdk.naming.dns,jdk.net,jdk.zipfs,jdk.charsets,jdk.localedata,jdk.jcmd,jdk.httpserver,jdk.xml.dom,jdk.security.auth \
    --strip-debug --no-header-files --no-man-pages --compress=0 --output "$1"
}

# The bill of materials: the application's, the resource adapter's, the extractor's, the parts that are not built here, and the Java runtime.
write_bom() {
  local parts=$COMMONPLACE_HOME/target/parts made=$COMMONPLACE_HOME/target/bom pom=$COMMONPLACE_HOME/pom.xml
  mvn -B -f "$pom" org.cyclonedx:cyclonedx-maven-plugin:makeBom -DoutputDirectory="$made" -DoutputName=application &&
    mvn -B -f "$COMMONPLACE_HOME/artemis/pom.xml" org.cyclonedx:cyclonedx-maven-plugin:makeBom \
      -DoutputDirectory="$made" -DoutputName=adapter &&
    mvn -B -f "$COMMONPLACE_HOME/extractor/pom.xml" org.cyclonedx:cyclonedx-maven-plugin:makeBom \
      -DoutputDirectory="$made" -DoutputName=extractor &&
    python3 "$COMMONPLACE_HOME/cluster/bom.py" "$1" "$made/application.json" "$made/adapter.json" "$made/extractor.json" -- \
      "payara-micro:fish.payara.extras:$(pinned_version payara "$pom"):CDDL-1.1 OR GPL-2.0-only WITH Classpath-exception-2.0:$parts/payara-micro.jar" \
      "mysql-connector-j:com.mysql:$(pinned_version connector-j "$pom"):GPL-2.0-only WITH Universal-FOSS-exception-1.0:$parts/mysql-connector-j.jar" \
      "openjdk::$(jlink --version):GPL-2.0-only WITH Classpath-exception-2.0:"
}

# pinned_version NAME POM: the version in the property NAME.version.
pinned_version() { sed -n "s|^ *<$1.version>\(.*\)</$1.version>|\1|p" "$2"; }
