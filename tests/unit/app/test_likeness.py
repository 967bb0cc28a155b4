"""Two documents that may differ in the decision alone."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest

from rapportbyggare.app.likeness import decision_lines, differences
from rapportbyggare.core.document import Document
from rapportbyggare.core.manifest import DocumentStatus
from rapportbyggare.word.document import write_document
from tests.unit.word.sample import IMAGES, STYLE, document

MAIN, CORE, CUSTOM = "word/document.xml", "docProps/core.xml", "docProps/custom.xml"


def made(status: DocumentStatus, fingerprint: str, **facts: object) -> tuple[Document, bytes]:
    one = document(status, **facts)
    one = replace(one, edition=one.edition._replace(fingerprint=fingerprint))
    return one, write_document(one, STYLE, IMAGES, None)


@pytest.fixture(scope="module")
def before() -> tuple[Document, bytes]:
    return made(DocumentStatus.PROPOSAL, "a" * 64, decision_date="", paragraph="")


@pytest.fixture(scope="module")
def after() -> tuple[Document, bytes]:
    return made(DocumentStatus.DECIDED, "b" * 64, decision_date="2025-10-14", paragraph="212", edition="nämnden")


Pair = tuple[Document, bytes]


def changed(content: bytes, name: str, change: Callable[[str], str]) -> bytes:
    """The package with one part changed; with no such part, added."""
    with ZipFile(BytesIO(content)) as archive:
        entries = {one: archive.read(one) for one in archive.namelist()}
    entries[name] = change(entries.get(name, b"").decode()).encode()
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        for one, data in entries.items():
            archive.writestr(one, data)
    return target.getvalue()


def found(before: Pair, after: Pair) -> tuple[str, ...]:
    return differences(before[0], after[0], before[1], after[1])


def test_the_decision_alone(before: Pair, after: Pair) -> None:
    assert found(before, after) == ()
    assert decision_lines(before[0], after[0]) == (
        "Förslag till regionala utvecklingsnämnden",
        "Beslutad\u00a02025-10-14, §\u00a0212, av regionala utvecklingsnämnden",
    )


@pytest.mark.parametrize("name", ["word/styles.xml", "word/footnotes.xml", "[Content_Types].xml", "word/media/ny.png"])
def test_another_part_differs(before: Pair, after: Pair, name: str) -> None:
    other = changed(after[1], name, lambda text: text + " ")
    assert found(before, (after[0], other)) == (name,)


def test_a_property_that_is_not_the_status(before: Pair, after: Pair) -> None:
    titled = changed(after[1], CORE, lambda text: text.replace("<dc:title>", "<dc:title>Ny: "))
    assert found(before, (after[0], titled)) == (CORE,)
    marked = changed(after[1], CUSTOM, lambda text: text.replace("b" * 64, "c" * 64))
    assert found(before, (after[0], marked)) == (CUSTOM,)


def test_words_that_differ(before: Pair, after: Pair) -> None:
    line = decision_lines(before[0], after[0])[1]
    worded = changed(after[1], MAIN, lambda text: text.replace(line, f"{line}!"))
    assert found(before, (after[0], worded)) == (f"stycket ”{decision_lines(before[0], after[0])[0]}”",)
    longer = changed(after[1], MAIN, lambda text: text.replace("<w:sectPr", "<w:p><w:r><w:t>Mer</w:t></w:r></w:p><w:sectPr"))
    assert found(before, (after[0], longer))


def test_the_look_of_the_line_of_status(before: Pair, after: Pair) -> None:
    line = decision_lines(before[0], after[0])[1]
    for old, new in ((f">{line}<", f' w:x="1">{line}<'), (f">{line}</w:t></w:r>", f">{line}</w:t></w:r><w:r/>")):
        shaped = changed(after[1], MAIN, lambda text, old=old, new=new: text.replace(old, new))  # type: ignore[misc]
        assert found(before, (after[0], shaped)) == (f"utseendet på stycket ”{line}”",)


def test_the_content_differs(before: Pair, after: Pair) -> None:
    document, content = after
    section = document.sections[0]._replace(blocks=document.sections[0].blocks[1:])
    cut = replace(document, sections=(section, *document.sections[1:]), notes=document.notes[1:])
    assert found(before, (cut, content)) == (f"avsnittet {section.file}", "fotnoterna")
    renamed = replace(document, manifest=document.manifest._replace(title="Ny"))
    assert found(before, (renamed, content)) == ("rapportens egna fakta",)
    older = replace(document, edition=document.edition._replace(data_date="2024-01-01"))
    assert found(before, (older, content)) == ("leveranserna eller hänvisningarna",)
