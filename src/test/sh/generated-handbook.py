"""generated-handbook.py FILE PAGES: writes a ZIP of Markdown files, about 2.5 KB each, in folders of a hundred, with links.

The same number makes the same bytes.
"""

import random
import sys
import zipfile

PER_FOLDER = 100
WORDS = (
    "access account address agenda alert answer archive audit backup balance branch budget build calendar change check client"
    " clone cluster code commit contract cost customer data database deadline decision deploy design device document draft"
    " editor error event failure feature file filter folder form group guide handbook hardware holiday host incident index"
    " invoice issue job key label language lease level license limit link list machine manager meeting member memory message"
    " metric migration minute model monitor network note number office order owner page part password path payment person plan"
    " policy primary printer process product project queue question queue record release replica report request review right"
    " role room route rule runbook sample schedule script search secret server service session setting signal site space staff"
    " stage status step store summary support system table task team template test ticket time title token tool topic tree"
    " update upload user value vendor version view visitor week word worker workshop year"
).split()


def name(number):
    return f"area-{number // PER_FOLDER:05d}/page-{number:07d}.md"


def link(chance, page, pages):
    """To a page nearby, as most links are, or anywhere."""
    other = min(pages - 1, max(0, page + chance.randint(-20, 20))) if chance.random() < 0.8 else chance.randrange(pages)
    return f"[page {other}](../{name(other)})"


def paragraph(chance, page, pages):
    words = [chance.choice(WORDS) for _ in range(chance.randint(40, 70))]
    if chance.random() < 0.6:
        words.insert(chance.randrange(len(words)), link(chance, page, pages))
    return " ".join(words).capitalize() + "."


def text(page, pages):
    chance = random.Random(page)
    parts = [f"# Page {page} about {chance.choice(WORDS)} and {chance.choice(WORDS)}"]
    for _ in range(3):
        parts.append("## " + " ".join(chance.choice(WORDS) for _ in range(3)).capitalize())
        parts += [paragraph(chance, page, pages) for _ in range(2)]
    parts.append("\n".join("- " + " ".join(chance.choice(WORDS) for _ in range(6)) for _ in range(4)))
    return "\n\n".join(parts) + "\n"


def main(file, pages):
    total = 0
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for page in range(pages):
            markdown = text(page, pages)
            total += len(markdown)
            archive.writestr(zipfile.ZipInfo(name(page)), markdown, zipfile.ZIP_DEFLATED, 1)
    print(f"{pages} pages, {total / 1e6:.0f} MB of Markdown")


main(sys.argv[1], int(sys.argv[2]))
