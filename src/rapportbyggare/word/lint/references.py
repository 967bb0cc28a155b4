"""What leads from one part of the document to another: notes, bookmarks, styles, lists, and numbers given out once."""

import re
from collections.abc import Iterator
from itertools import chain

from rapportbyggare.word.lint.elements import DRAWING, bookmarks, repeated, values, w
from rapportbyggare.word.lint.package import MAIN, Opened

NOTES = "word/footnotes.xml"
STYLES = "word/styles.xml"
NUMBERING = "word/numbering.xml"
LEADS = re.compile(r"^\s*(?:REF|PAGEREF|NOTEREF)\s+(\S+)")


def reference_findings(archive: Opened) -> Iterator[str]:
    """Faults between parts."""
    yield from unique_findings(archive)
    yield from note_findings(archive)
    yield from target_findings(archive)
    yield from style_findings(archive)
    yield from list_findings(archive)


def unique_findings(archive: Opened) -> Iterator[str]:
    """Names and numbers that may occur once only."""
    names = repeated([name.lower() for name in bookmarks(archive.stories)])  # Word knows no difference between a and A
    yield from (f"{MAIN}: bokmärkets namn {name} finns två gånger" for name in names)
    drawings = repeated(values(archive.stories, DRAWING, "id"))
    yield from (f"{MAIN}: bildens nummer {number} finns två gånger" for number in drawings)
    controls = repeated(
        found.get(w("val"), "")
        for part in archive.stories
        for sdt in part.found[w("sdt")]
        for found in sdt.findall(f"{w('sdtPr')}/{w('id')}")
    )
    yield from (f"{MAIN}: innehållskontrollens id {ident} finns två gånger" for ident in controls)


def note_findings(archive: Opened) -> Iterator[str]:
    """Notes nothing refers to, references to no note, notes out of order, missing separators."""
    marks = list(values(archive.stories, w("footnoteReference"), w("id")))
    root = archive.roots.get(NOTES)
    notes = [] if root is None else root.findall(w("footnote"))
    own = [note.get(w("id"), "") for note in notes if note.get(w("type")) is None]
    marked, known = set(marks), set(own)
    yield from (f"{MAIN}: fotnoten {ident} finns inte" for ident in marks if ident not in known)
    yield from (f"{NOTES}: ingen hänvisar till fotnoten {ident}" for ident in own if ident not in marked)
    yield from (f"{MAIN}: fotnoten {ident} har två märken" for ident in repeated(iter(marks)))
    yield from (f"{NOTES}: fotnoten {ident} finns två gånger" for ident in repeated(iter(own)))
    if sorted(marks) == sorted(own) and marks != own:
        yield f"{NOTES}: fotnoterna står inte i den ordning de hänvisas till"
    kinds = {note.get(w("type"), "") for note in notes}
    if own and not {"separator", "continuationSeparator"} <= kinds:
        yield f"{NOTES}: strecket ovanför fotnoterna saknas"


def target_findings(archive: Opened) -> Iterator[str]:
    """Links and fields that lead to a bookmark that is not there."""
    links = (link for link in values(archive.stories, w("hyperlink"), w("anchor")) if link)
    codes = (code.text or "" for part in archive.stories for code in part.found[w("instrText")])
    fields = (found.group(1) for found in map(LEADS.match, codes) if found)
    astray = set(chain(links, fields)).difference(bookmarks(archive.stories))
    yield from (f"{MAIN}: bokmärket {name} finns inte" for name in sorted(astray))


def style_findings(archive: Opened) -> Iterator[str]:
    """Styles used but not defined."""
    root = archive.roots.get(STYLES)
    defined = set() if root is None else {style.get(w("styleId"), "") for style in root.iter(w("style"))}
    used = {name for part in archive.stories for name in part.styles}
    yield from (f"{STYLES}: formatmallen {name} finns inte" for name in sorted(used - defined))


def list_findings(archive: Opened) -> Iterator[str]:
    """Lists used but not defined."""
    root = archive.roots.get(NUMBERING)
    defined = {"0"} | (set() if root is None else {number.get(w("numId"), "") for number in root.findall(w("num"))})
    used = {number for part in archive.stories for number in part.lists}
    yield from (f"{NUMBERING}: listan {number} finns inte" for number in sorted(used - defined))
