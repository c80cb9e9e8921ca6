"""Joins bills of materials (CycloneDX, JSON) and adds the parts that no pom names as a dependency.

bom.py OUT BOM... -- NAME:GROUP:VERSION:LICENCE:FILE...
The first BOM's head is kept; components are sorted and named once. LICENCE is an SPDX expression. A part without
a FILE comes from no Maven repository and has no GROUP either.
"""
import hashlib
import json
import sys

# Its pom says "BSD", which CycloneDX takes for the licence with four clauses.
CORRECTED = {"highlightjs": "BSD-3-Clause"}


def component(words):
    name, group, version, licence, path = words.split(":", 4)
    purl = f"pkg:maven/{group}/{name}@{version}?type=jar" if path else f"pkg:generic/{name}@{version}"
    made = {"type": "library" if path else "platform", "bom-ref": purl, "name": name, "version": version,
            "licenses": [{"expression": licence}], "purl": purl}
    if path:
        made["group"] = group
        made["hashes"] = [{"alg": "SHA-256", "content": sha256(path)}]
    return made


def sha256(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


split = sys.argv.index("--")
boms = [json.load(open(path, encoding="utf-8")) for path in sys.argv[2:split]]
components = {}
for bom in boms:
    for each in bom.get("components", []):
        if each["name"] in CORRECTED:
            each["licenses"] = [{"license": {"id": CORRECTED[each["name"]]}}]
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
