"""Joins bills of materials (CycloneDX, JSON) and adds the parts that no pom names as a dependency.

bom.py OUT BOM... -- NAME:GROUP:VERSION:FILE...
The first BOM's head is kept; components are sorted and named once.
"""
import hashlib
import json
import sys


def component(words):
    name, group, version, path = words.split(":", 3)
    with open(path, "rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest() if hasattr(hashlib, "file_digest") else hashlib.sha256(file.read()).hexdigest()
    purl = f"pkg:maven/{group}/{name}@{version}?type=jar"
    return {"type": "library", "bom-ref": purl, "group": group, "name": name, "version": version,
            "hashes": [{"alg": "SHA-256", "content": digest}], "purl": purl}


split = sys.argv.index("--")
boms = [json.load(open(path, encoding="utf-8")) for path in sys.argv[2:split]]
components = {}
for bom in boms:
    for each in bom.get("components", []):
        components.setdefault(each["bom-ref"], each)
for words in sys.argv[split + 1:]:
    added = component(words)
    components[added["bom-ref"]] = added
joined = boms[0]
joined["components"] = [components[ref] for ref in sorted(components)]
known = set(components) | {joined["metadata"]["component"]["bom-ref"]}
joined["dependencies"] = [each for each in joined.get("dependencies", []) if each["ref"] in known]
with open(sys.argv[1], "w", encoding="utf-8") as out:
    json.dump(joined, out, indent=1, sort_keys=True)
    out.write("\n")
