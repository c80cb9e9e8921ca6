"""Writes an OCI image layout as a tar file.

oci.py OUT VERSION SYSTEM CLONE: two layers, SYSTEM at / and CLONE at /opt/commonplace.
See https://github.com/opencontainers/image-spec (image-layout.md, config.md, manifest.md). The same
folders give the same bytes.
"""
import gzip
import hashlib
import io
import json
import os
import sys
import tarfile

OWNED = {"var/lib/commonplace": 1000, "tmp": 0}
MODES = {"tmp": 0o1777, "var/lib/commonplace": 0o750}


def layer(folder, prefix):
    """A layer's bytes, plain and compressed: sorted, without times, owned by root."""
    plain = io.BytesIO()
    with tarfile.open(fileobj=plain, mode="w", format=tarfile.PAX_FORMAT) as tar:
        for root, folders, files in os.walk(folder):
            folders.sort()
            for name in sorted(files + folders):
                path = os.path.join(root, name)
                inside = os.path.join(prefix, os.path.relpath(path, folder))
                info = tar.gettarinfo(path, inside)
                info.mtime, info.uname, info.gname = 0, "", ""
                info.uid = info.gid = OWNED.get(inside, 0)
                info.mode = MODES.get(inside, info.mode)
                if info.islnk():
                    info.type, info.linkname, info.size = tarfile.REGTYPE, "", os.path.getsize(path)
                if info.isreg():
                    with open(path, "rb") as content:
                        tar.addfile(info, content)
                else:
                    tar.addfile(info)
    compressed = io.BytesIO()
    with gzip.GzipFile(fileobj=compressed, mode="wb", compresslevel=6, mtime=0) as out:
        out.write(plain.getbuffer())
    return plain.getvalue(), compressed.getvalue()


def main(out, version, system, clone):
    blobs = {}

    def blob(kind, content):
        digest = hashlib.sha256(content).hexdigest()
        blobs[digest] = content
        return {"mediaType": f"application/vnd.oci.image.{kind}", "digest": f"sha256:{digest}", "size": len(content)}

    def text(value):
        return json.dumps(value, sort_keys=True).encode()

    diffs, layers = [], []
    for folder, prefix in ((system, ""), (clone, "opt/commonplace")):
        plain, compressed = layer(folder, prefix)
        diffs.append("sha256:" + hashlib.sha256(plain).hexdigest())
        layers.append(blob("layer.v1.tar+gzip", compressed))
    config = blob("config.v1+json", text({
        "architecture": "amd64", "os": "linux", "rootfs": {"type": "layers", "diff_ids": diffs},
        "config": {
            "User": "1000:1000", "WorkingDir": "/var/lib/commonplace", "Entrypoint": ["/opt/commonplace/clone"],
            "Env": ["PATH=/bin:/usr/bin", "COMMONPLACE_FOLDER=/var/lib/commonplace"],
            "ExposedPorts": {"8081/tcp": {}, "5701/tcp": {}}, "StopSignal": "SIGTERM",
            "Volumes": {"/var/lib/commonplace": {}},
            "Labels": {"org.opencontainers.image.title": "Commonplace", "org.opencontainers.image.version": version},
        }}))
    manifest = blob("manifest.v1+json", text({
        "schemaVersion": 2, "mediaType": "application/vnd.oci.image.manifest.v1+json", "config": config, "layers": layers}))
    manifest["annotations"] = {"org.opencontainers.image.ref.name": version}
    files = {"oci-layout": text({"imageLayoutVersion": "1.0.0"}),
             "index.json": text({"schemaVersion": 2, "manifests": [manifest]})}
    files.update({f"blobs/sha256/{digest}": content for digest, content in blobs.items()})
    with tarfile.open(out, "w", format=tarfile.USTAR_FORMAT) as tar:
        for name in sorted(files):
            info = tarfile.TarInfo(name)
            info.size = len(files[name])
            tar.addfile(info, io.BytesIO(files[name]))


main(*sys.argv[1:])
