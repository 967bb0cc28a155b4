"""A final redline carries nothing of what only a draft does."""

import re
import zipfile
from dataclasses import replace
from io import BytesIO

from rapportbyggare.core.manifest import DocumentStatus
from rapportbyggare.word.document import write_document
from rapportbyggare.word.finished import finished
from rapportbyggare.word.lint.lint import lint
from rapportbyggare.word.names import END
from rapportbyggare.word.package import zipped
from rapportbyggare.word.unanchored import repacked, without_anchors
from tests.unit.word import sample

BOOKMARK = re.compile(rb'w:name="(_rb_[^"]*)"')


def written(anchored: bool, status: DocumentStatus = DocumentStatus.PROPOSAL) -> bytes:
    document = sample.document()
    document = replace(document, manifest=document.manifest._replace(status=status))
    return write_document(document, sample.STYLE, sample.IMAGES, None, anchored)


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def anchors(content: bytes) -> set[bytes]:
    return set(BOOKMARK.findall(parts(content)["word/document.xml"]))


def test_a_final_document_may_be_written_with_anchors_and_an_edition_map() -> None:
    content = written(True)
    assert len(anchors(content)) > 1
    assert "customXml/item1.xml" in parts(content)
    assert not lint(content)


def test_a_draft_is_the_same_whether_or_not_it_is_asked_for() -> None:
    assert written(True, DocumentStatus.DRAFT) == written(False, DocumentStatus.DRAFT)


def test_nothing_of_a_draft_is_left() -> None:
    content = without_anchors(written(True))
    assert anchors(content) == {END.encode()}
    assert not [name for name in parts(content) if name.startswith("customXml")]
    assert not any(b"customXml" in part for name, part in parts(content).items() if name.endswith((".rels", "Types].xml")))
    assert not lint(content)
    codes = {one.code for one in finished(content, "fil.docx")}
    assert codes == {one.code for one in finished(written(False), "fil.docx")}


def test_it_is_the_final_document_but_for_bookmarks() -> None:
    """In a draft all that has a key has a bookmark, in a final document what something leads to."""
    bookmarks = re.compile(rb"<w:bookmark(?:Start|End)[^>]*/>")

    def plain(content: bytes) -> dict[str, bytes]:
        found = {name: bookmarks.sub(b"", part) for name, part in parts(content).items()}
        return {name: part for name, part in found.items() if name != "docProps/custom.xml"}

    assert plain(without_anchors(written(True))) == plain(written(False))


def test_no_change_of_nothing_is_left() -> None:
    """After a link at its very end, the edge of a table's anchor is all there is in what has come."""
    entries = parts(written(True))
    story = entries["word/document.xml"]
    named = re.search(rb'w:id="(\d+)" w:name="_rb_tabell_', story)
    assert named is not None
    edge = b'<w:bookmarkEnd w:id="%s"/>' % named[1]
    entries["word/document.xml"] = story.replace(edge, b'<w:ins w:id="9" w:author="a">%s</w:ins>' % edge)
    assert b"<w:ins " not in parts(without_anchors(zipped(entries)))["word/document.xml"]


def test_packing_again_is_without_clock() -> None:
    content = written(False)
    assert repacked(repacked(content)) == repacked(content)
    assert parts(repacked(content)) == parts(content)
