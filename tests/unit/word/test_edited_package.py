"""Files that cannot be read as edited documents, each refused with a remedy; and some that only look dangerous."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest

from rapportbyggare.word.edited.edited import read_edited
from tests.unit.diff.edits import packed
from tests.unit.word.test_document import built, entries

BODY, TYPES = "word/document.xml", "[Content_Types].xml"
LAUGHS = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><w:document xmlns:w="x">&b;</w:document>'


def changed(name: str, content: bytes) -> bytes:
    return packed(entries(built()) | {name: content})


def replaced(name: str, old: bytes, new: bytes) -> bytes:
    content = entries(built())[name]
    assert old in content
    return changed(name, content.replace(old, new))


def without(name: str) -> bytes:
    return packed({key: value for key, value in entries(built()).items() if key != name})


def bomb() -> bytes:
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, content in (entries(built()) | {"word/media/a.png": b"\0" * 60_000_000}).items():
            archive.writestr(name, content)
    return target.getvalue()


def locked_entry() -> bytes:
    """An entry that says that it is encrypted."""
    content = bytearray(built())
    local, central = content.index(b"PK\x03\x04"), content.index(b"PK\x01\x02")
    content[local + 6] |= 1
    content[central + 8] |= 1
    return bytes(content)


def broken_stream() -> bytes:
    content = bytearray(built())
    start = content.index(b"word/document.xml") + 60
    content[start : start + 200] = b"\xff" * 200
    return bytes(content)


def twice() -> bytes:
    target = BytesIO()
    with pytest.warns(UserWarning), ZipFile(target, "w", ZIP_STORED) as archive:
        for name in (BODY, BODY):
            archive.writestr(name, b"<a/>")
    return target.getvalue()


NAMESPACE = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def open_document() -> bytes:
    return packed({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<a/>"})


CASES = {
    "pdf": (lambda: b"%PDF-1.7\n", "annat-filslag"),
    "rtf": (lambda: b"{\\rtf1 hej}", "annat-filslag"),
    "webbsida": (lambda: b"\xef\xbb\xbf<!DOCTYPE html><html>", "annat-filslag"),
    "odt": (open_document, "annat-filslag"),
    "doc": (lambda: OLE + b"\0" * 600 + "WordDocument".encode("utf-16-le"), "annat-filslag"),
    "lösenord": (lambda: OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "last-dokument"),
    "tom": (lambda: b"", "inget-word-dokument"),
    "text": (lambda: b"Hej", "inget-word-dokument"),
    "gammalt format": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "last-dokument"),
    "krypterad post": (locked_entry, "last-dokument"),
    "avhuggen": (lambda: built()[:-200], "inget-word-dokument"),
    "trasig ström": (broken_stream, "inget-word-dokument"),
    "bomb": (bomb, "otillatet-dokument"),
    "utanför": (lambda: changed("../../ond.xml", b"<a/>"), "otillatet-dokument"),
    "två poster med samma namn": (twice, "otillatet-dokument"),
    "inga typer": (lambda: without(TYPES), "inget-word-dokument"),
    "ingen text": (lambda: without(BODY), "inget-word-dokument"),
    "ingen xml": (lambda: changed(BODY, b"<w:document"), "inget-word-dokument"),
    "entiteter": (lambda: changed(BODY, LAUGHS), "inget-word-dokument"),
    "entiteter i utf-16": (lambda: changed(BODY, LAUGHS.decode().encode("utf-16")), "inget-word-dokument"),
    "entiteter i en annan del": (lambda: changed("customXml/item9.xml", LAUGHS), "inget-word-dokument"),
    "djup xml": (lambda: changed(BODY, b"<a>" * 5000 + b"</a>" * 5000), "inget-word-dokument"),
    "kalkylblad": (
        lambda: replaced(TYPES, b"wordprocessingml.document.main", b"spreadsheetml.sheet.main"),
        "inget-word-dokument",
    ),
    "makron": (
        lambda: replaced(
            TYPES,
            b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
            b"application/vnd.ms-word.document.macroEnabled.main+xml",
        ),
        "dokument-med-makron",
    ),
    "strikt": (lambda: replaced(BODY, NAMESPACE, b"http://purl.oclc.org/ooxml/wordprocessingml/main"), "strikt-dokument"),
}


@pytest.mark.parametrize(("make", "code"), CASES.values(), ids=CASES.keys())
def test_refused_with_a_remedy(make: object, code: str) -> None:
    assert callable(make)
    file, problems = read_edited(make(), "redigerad.docx")
    assert file is None
    (problem,) = problems
    assert (problem.code, problem.place.file) == (code, "redigerad.docx")
    assert problem.expected and problem.remedy.startswith("Öppna filen i Word")


def test_the_kind_of_another_file_is_said() -> None:
    _, (problem,) = read_edited(b"%PDF-1.7", "utkast.pdf")
    assert problem.message == "utkast.pdf är en PDF-fil, inte ett Word-dokument."


def test_a_main_part_without_a_type_of_its_own_is_found_by_its_relationship() -> None:
    types = entries(built())[TYPES]
    start = types.index(b'<Override PartName="/word/document.xml"')
    bare = types[:start] + types[types.index(b"/>", start) + 2 :]
    main = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    bare = bare.replace(b'Extension="xml" ContentType="application/xml"', b'Extension="xml" ContentType="' + main + b'"')
    file, problems = read_edited(changed(TYPES, bare), "redigerad.docx")
    assert file is not None and file.texts
    assert problems == ()


def test_a_linked_picture_is_no_danger_to_one_who_only_reads() -> None:
    link = (
        b'<Relationship Id="rIdX" Type="http://x/image" Target="http://example.org/a.png" TargetMode="External"/></Relationships>'
    )
    content = replaced("word/_rels/document.xml.rels", b"</Relationships>", link)
    file, problems = read_edited(content, "redigerad.docx")
    assert file is not None
    assert problems == ()


def test_a_part_that_nothing_leads_to_any_longer_is_no_fault() -> None:
    file, problems = read_edited(without("word/footnotes.xml"), "redigerad.docx")
    assert file is not None
    assert problems == ()
