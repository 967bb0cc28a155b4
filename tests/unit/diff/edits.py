"""A draft of the small report, edited as colleagues do in Word, and what is then to be corrected in it."""

from collections.abc import Callable
from copy import deepcopy
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree

from rapportbyggare.core.document import Document
from rapportbyggare.core.edited import EditedFile
from rapportbyggare.core.images import ImageFile, chart_name
from rapportbyggare.core.manifest import DocumentStatus
from rapportbyggare.diff.correction import Correction, Standing
from rapportbyggare.diff.corrections import corrections
from rapportbyggare.word.document import write_document
from rapportbyggare.word.edited.edited import read_edited
from tests.small import DATASET, bound, write
from tests.unit.diff.twice import Altered, altered, drafts
from tests.unit.word.sample import STYLE, png

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BODY, NOTES, MAP = "word/document.xml", "word/footnotes.xml", "customXml/item1.xml"
Root = etree._Element
Edit = Callable[[Root], None]
OLD_PICTURE, NEW_PICTURE = png(4, 3), png(5, 3)
TODO, DONE, LOST = Standing.TODO, Standing.DONE, Standing.LOST
TABLE = """\
format = 1
[[tabell]]
id = "tal"
rubrik = "Antal företag"
kalla = "SCB"
horn = "Kommun"
kolumner = ["ar - 1", "ar"]
kolumnrubrik = "{{ kol }}"
beskrivning = "Flest företag har {{ storst(foretag, ar) }}."
[[tabell.rad]]
for = "kommuner"
rubrik = "{{ rad }}"
cell = ["{{ foretag(kol, rad) }}"]
[[tabell.rad]]
om = "foretag(ar, 'Berg') > 100"
rubrik = "Länet"
cell = ["{{ foretag(kol) }}"]
"""
CHART = """\
format = 1
typ = "staplar"
rubrik = "Antal företag per kommun"
kalla = "SCB"
kategorier = "kommuner"
kategoritext = "{{ kategori }}"
serier = "aren(ar - 1, ar)"
serietext = "{{ serie }}"
varde = "foretag(serie, kategori)"
axel = "Antal"
ordnade = true
tabell = "tal"
"""


def specified(folder: Path) -> Path:
    """A folder with the specifications of a table, `tal`, and of a chart, `antal`."""
    write(folder, "report/tabeller.toml", TABLE)
    write(folder, "figures/antal.toml", CHART)
    return folder


def document(*sections: str, facts: Altered | None = None, project: Path | None = None) -> Document:
    """The small report's document, with some facts changed."""
    made, _ = bound(*sections, dataset=altered(facts or {}), project=project)
    return made


def draft(*sections: str, project: Path | None = None, status: DocumentStatus = DocumentStatus.DRAFT) -> bytes:
    """The Word file of some sections with the small report's own figures."""
    made, _ = bound(*sections, dataset=DATASET, project=project, status=status)
    return write_document(made, STYLE, {chart_name("antal"): ImageFile(OLD_PICTURE, None, 4.0, 3.0)}, None)


def rewritten(content: bytes, *sections: str, facts: Altered, project: Path | None = None) -> bytes:
    """The file with all of its text made what it should be, by somebody who left the draft's list of its anchors alone."""
    made = document(*sections, facts=facts, project=project)
    new = write_document(made, STYLE, {chart_name("antal"): ImageFile(NEW_PICTURE, None, 5.0, 3.0)}, None)
    with ZipFile(BytesIO(content)) as old, ZipFile(BytesIO(new)) as today:
        entries = {name: today.read(name) for name in today.namelist()}
        return packed(entries | {MAP: old.read(MAP)})


def edited(content: bytes, *edits: Edit, part: str = BODY) -> bytes:
    """The file with edits made to one of its parts."""
    with ZipFile(BytesIO(content)) as old:
        entries = {name: old.read(name) for name in old.namelist()}
    root = etree.fromstring(entries[part])
    for edit in edits:
        edit(root)
    return packed(entries | {part: etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)})


def packed(entries: dict[str, bytes]) -> bytes:
    """Entries as a zip file."""
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return target.getvalue()


def opened(content: bytes) -> EditedFile:
    """The file as it is read."""
    file, problems = read_edited(content, "redigerad.docx")
    assert file is not None, problems
    return file


def listed(content: bytes, *sections: str, facts: Altered, project: Path | None = None) -> tuple[Correction, ...]:
    """What is to be corrected in a file made from the sections, when these facts have changed."""
    old, new = document(*sections, project=project), document(*sections, facts=facts, project=project)
    digests = frozenset({sha256(OLD_PICTURE).hexdigest()}), frozenset({sha256(NEW_PICTURE).hexdigest()})
    return corrections(old, new, drafts(*sections), opened(content), lambda _: digests)


def short(found: tuple[Correction, ...]) -> list[tuple[Standing, str, str]]:
    """State, what stands and what should, with plain spaces."""
    return [(one.standing, plain(one.stands), plain(one.right)) for one in found]


def plain(words: str) -> str:
    """Hard spaces as plain ones."""
    return words.replace("\u00a0", " ")


def paragraph(root: Root, words: str) -> Root:
    """The only paragraph with these words."""
    (found,) = [one for one in root.iter(W + "p") if words in "".join(text.text or "" for text in one.iter(W + "t"))]
    return found


def retyped(old: str, new: str) -> Edit:
    """Type over words inside one run: anchors keep their extent."""

    def edit(root: Root) -> None:
        (text,) = [one for one in root.iter(W + "t") if old in plain(one.text or "")]
        text.text = plain(text.text or "").replace(old, new)

    return edit


def typed_over(old: str, new: str) -> Edit:
    """Mark a whole value and type: Word takes the bookmark away with it."""

    def edit(root: Root) -> None:
        retyped(old, new)(root)
        without_bookmark(new)(root)

    return edit


def without_bookmark(words: str) -> Edit:
    """Take away the bookmark round the first run with just these words."""

    def edit(root: Root) -> None:
        text, *_ = [one for one in root.iter(W + "t") if plain(one.text or "") == words]
        run = text.getparent()
        assert run is not None
        for mark in (run.getprevious(), run.getnext()):
            assert mark is not None
            remove(mark)

    return edit


def remove(element: Root) -> None:
    """Take an element away."""
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)


def deleted(words: str) -> Edit:
    """Delete the paragraph with these words."""
    return lambda root: remove(paragraph(root, words))


def copied(words: str) -> Edit:
    """Copy the paragraph with these words, bookmarks and all, and paste it after itself."""

    def edit(root: Root) -> None:
        found = paragraph(root, words)
        again = deepcopy(found)
        for mark in again.iter(W + "bookmarkStart", W + "bookmarkEnd"):
            mark.set(W + "id", str(1000 + int(mark.get(W + "id", "0"))))
        found.addnext(again)

    return edit


def moved_after(words: str, after: str) -> Edit:
    """Cut the paragraph with some words and paste it after another."""
    return lambda root: paragraph(root, after).addnext(paragraph(root, words))


def tracked(old: str, new: str) -> Edit:
    """Replace the run with just these words with change tracking on."""

    def edit(root: Root) -> None:
        (text,) = [one for one in root.iter(W + "t") if plain(one.text or "") == old]
        run = text.getparent()
        assert run is not None
        inserted = deepcopy(run)
        next(inserted.iter(W + "t")).text = new
        gone, come = wrapped(run, "del"), wrapped(inserted, "ins")
        gone.addnext(come)
        text.tag = W + "delText"

    return edit


def wrapped(run: Root, tag: str) -> Root:
    """A run inside a tracked change, in its own place."""
    change = etree.Element(W + tag, {W + "id": "900", W + "author": "Kollega", W + "date": "2025-09-20T10:00:00Z"})
    if run.getparent() is not None:
        run.addprevious(change)
    change.append(run)
    return change
