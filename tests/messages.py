"""The English catalogue: complete, and without texts that no longer exist.

``python -m tests.messages check`` fails on a Dutch text without English; ``extract`` brings new texts in.
Extraction is Django's own (xgettext); reading and writing the catalogue is Babel's.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

PACKAGE = Path(__file__).resolve().parent.parent / "src" / "pactwerk"
CATALOGUE = PACKAGE / "locale" / "en" / "LC_MESSAGES" / "django.po"


def extracted() -> Catalog:
    """Every text of the code and the templates, from a copy so that nothing of the tree is touched."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "pactwerk"
        shutil.copytree(PACKAGE, copy, ignore=shutil.ignore_patterns("vendor", "locale", "__pycache__"))
        (copy / "locale").mkdir()
        command = [sys.executable, "-m", "django", "makemessages", "--locale", "xx", "--keep-pot", "--no-wrap"]
        environment = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}
        done = subprocess.run(command, cwd=copy, capture_output=True, text=True, check=False, env=environment)
        if done.returncode:
            raise SystemExit(f"texts could not be extracted: {done.stderr}")
        template = (copy / "locale" / "django.pot").read_bytes()
        # xgettext leaves the plural rule open, Babel wants one; it plays no part in a template
        return read_po(
            BytesIO(template.replace(b"nplurals=INTEGER; plural=EXPRESSION", b"nplurals=2; plural=(n != 1)"))
        )


def stored() -> Catalog:
    with CATALOGUE.open("rb") as handle:
        return read_po(handle, locale="en")


def missing(template: Catalog, catalogue: Catalog) -> list[str]:
    """The Dutch texts whose English is absent, empty or marked fuzzy."""
    gaps = []
    for message in template:
        if not message.id:
            continue
        known = catalogue.get(message.id, message.context)
        texts = (known.string if isinstance(known.string, (tuple, list)) else [known.string]) if known else [""]
        if known is None or known.fuzzy or not all(texts):
            gaps.append(str(message.id))
    return gaps


def extract() -> int:
    template, catalogue = extracted(), stored() if CATALOGUE.exists() else Catalog(locale="en")
    catalogue.update(template, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    catalogue.fuzzy = False
    catalogue.header_comment = "# The English of Pactwerk. The message ids are the authoritative Dutch texts."
    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    with CATALOGUE.open("wb") as handle:
        write_po(
            handle, catalogue, width=120, omit_header=False, sort_output=True, no_location=True, ignore_obsolete=True
        )
    print(f"{len(missing(template, catalogue))} texts wait for their English in {CATALOGUE.name}")
    return 0


def check() -> int:
    template, catalogue = extracted(), stored()
    gaps = missing(template, catalogue)
    stale = [str(m.id) for m in catalogue if m.id and template.get(m.id, m.context) is None]
    for text in gaps:
        print(f"no English for: {text}")
    for text in stale:
        print(f"in the catalogue, but nowhere in the product: {text}")
    print(f"{len(template)} Dutch texts, {len(gaps)} without English, {len(stale)} stale")
    return 1 if gaps or stale else 0


if __name__ == "__main__":
    raise SystemExit({"check": check, "extract": extract}[sys.argv[1]]())
