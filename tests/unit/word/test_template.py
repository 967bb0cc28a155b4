"""A region's own template: taken over, reported on, refused."""

import re
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from rapportbyggare.word.document import write_document
from rapportbyggare.word.lint.lint import lint
from rapportbyggare.word.package import zipped
from rapportbyggare.word.roles import Role
from rapportbyggare.word.template.package import root_of
from rapportbyggare.word.template.styles import roles_in
from rapportbyggare.word.template.template import Template, lacks, read_template
from tests.outline import outline
from tests.unit.word import sample

ATTACHED = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" '
    'Target="https://example.se/mall.dotm" TargetMode="External"/></Relationships>'
)


def own() -> dict[str, bytes]:
    """A document of ours as the template of the next."""
    with ZipFile(BytesIO(write_document(sample.document(), sample.STYLE, sample.IMAGES, None))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def refused(entries: Mapping[str, bytes]) -> str:
    template, problems = read_template(zipped(entries), "mall.docx")
    assert template is None
    return problems[0].code


def read(data: bytes) -> Template:
    template, problems = read_template(data, "mall.docx")
    assert problems == ()
    assert template is not None
    return template


def test_own_document_as_template_lacks_nothing() -> None:
    assert lacks(read(zipped(own()))) == ()


def test_template_gives_its_header_and_footer_and_the_document_is_whole() -> None:
    package = write_document(sample.document(), sample.STYLE, sample.IMAGES, read(zipped(own())))
    assert lint(package) == ()
    assert "--- stående, 1 sidhuvud" in outline(package)


@pytest.mark.parametrize(
    ("part", "content", "code"),
    [
        ("word/vbaProject.bin", b"x", "otillaten-mall"),
        ("word/embeddings/bok.xlsx", b"x", "otillaten-mall"),
        ("../ut.xml", b"<a/>", "otillaten-mall"),
        ("word/styles.xml", b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', "ingen-mall"),
        ("word/styles.xml", b"<w:styles>", "ingen-mall"),
        ("word/bomb.xml", b" " * 20_000_000, "otillaten-mall"),
        ("[Content_Types].xml", b"<Types/>", "ingen-mall"),
        (
            "word/_rels/settings.xml.rels",
            ATTACHED.encode(),
            "otillaten-mall",
        ),
    ],
)
def test_hostile_template_is_refused(part: str, content: bytes, code: str) -> None:
    assert refused({**own(), part: content}) == code


def broken(part: str, old: str, new: str) -> str:
    """The message of our own template with `old` in a part exchanged once for `new`."""
    entries = own()
    text = entries[part].decode()
    assert old in text, f"nothing to break: {old}"
    template, problems = read_template(zipped({**entries, part: text.replace(old, new, 1).encode()}), "mall.docx")
    assert template is None
    assert [problem.code for problem in problems] == ["ingen-mall"]
    return problems[0].message


STYLES, LISTS, MAIN = "word/styles.xml", "word/numbering.xml", "word/document.xml"


@pytest.mark.parametrize(
    ("part", "old", "new", "why"),
    [
        (LISTS, 'w:numId="1"', 'w:numId="ett"', "nummer som inte är ett tal"),
        (LISTS, 'w:numId="1"', 'w:numId="²"', "nummer som inte är ett tal"),
        (LISTS, 'w:numId="1"', f'w:numId="{"9" * 5000}"', "nummer som inte är ett tal"),
        (LISTS, 'w:abstractNumId="1"', "", "nummer som inte är ett tal"),
        (LISTS, 'w:numId="1"', 'w:numId="2"', "samma nummer"),
        (STYLES, 'w:styleId="Heading2"', 'w:styleId="Heading1"', "samma id, ”heading1”"),
        (STYLES, 'w:styleId="Heading2"', 'w:styleId="heading1"', "samma id, ”heading1”"),
        (STYLES, 'w:styleId="Heading2"', 'w:styleId="a&amp;b"', "id som inte går att använda"),
        (STYLES, 'w:styleId="Heading2"', "", "id som inte går att använda"),
        (STYLES, "</w:style>", '<w:style w:styleId="inne"/></w:style>', "inuti en annan"),
    ],
)
def test_template_that_no_document_can_be_built_on_is_refused(part: str, old: str, new: str, why: str) -> None:
    assert why in broken(part, old, new)


def with_paper(size: str, margins: str) -> dict[str, bytes]:
    """Our own template on other paper."""
    entries = own()
    text = re.sub("<w:pgSz [^>]*>", f"<w:pgSz {size}/>", entries[MAIN].decode())
    return {**entries, MAIN: re.sub("<w:pgMar [^>]*>", f"<w:pgMar {margins}/>", text).encode()}


@pytest.mark.parametrize(
    ("size", "margins"),
    [
        ("", 'w:left="99999"'),
        ("", 'w:left="5900" w:right="5900"'),
        ("", 'w:top="-9000" w:bottom="7000"'),
        ("", 'w:header="20000"'),
        ('w:w="99999" w:h="99999"', ""),
        ('w:w="0" w:h="0"', ""),
    ],
)
def test_paper_without_room_for_text_is_refused(size: str, margins: str) -> None:
    assert refused(with_paper(size, margins)) == "ingen-mall"


def test_length_that_is_no_number_is_ours() -> None:
    page = read(zipped(with_paper('w:w="²"', f'w:left="{"1" * 5000}" w:right="2,5cm"'))).page
    assert (page.width, page.left, page.right) == (11906, 1417, 1417)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_document_type_is_seen_in_every_encoding(encoding: str) -> None:
    text = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    assert root_of(text.encode(encoding)) is None
    assert refused({**own(), "word/theme/theme1.xml": text.encode(encoding)}) == "ingen-mall"


def test_styles_that_are_no_xml_by_another_name_are_refused() -> None:
    entries = own()
    rels = entries["word/_rels/document.xml.rels"].replace(b"styles.xml", b"styles.bin")
    assert refused({**entries, "word/_rels/document.xml.rels": rels, "word/styles.bin": b"inget"}) == "ingen-mall"


def test_macro_template_is_refused() -> None:
    types = own()["[Content_Types].xml"].replace(
        b"vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        b"vnd.ms-word.template.macroEnabledTemplate.main+xml",
    )
    assert refused({**own(), "[Content_Types].xml": types}) == "otillaten-mall"


def test_too_many_entries_are_refused() -> None:
    assert refused({**own(), **{f"word/{n}.bin": b"" for n in range(2001)}}) == "otillaten-mall"


@pytest.mark.parametrize(
    ("data", "code"), [(b"", "ingen-mall"), (b"PK\x03\x04", "ingen-mall"), (b"\xd0\xcf\x11\xe0abc", "last-mall")]
)
def test_what_is_no_word_file_is_refused(data: bytes, code: str) -> None:
    assert read_template(data, "mall.docx")[1][0].code == code


def test_entry_longer_than_it_says_is_refused() -> None:
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", b"<Types/>" + b" " * 1000)
    swollen = target.getvalue().replace((1008).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    assert read_template(swollen, "mall.docx")[1][0].code == "ingen-mall"


def test_styles_are_found_by_name_whatever_the_language_of_their_ids(shared: Path) -> None:
    template = read((shared / "data/word-templates/DB013a-Green-Heading1-Danish.docx").read_bytes())
    known = roles_in(template.styles)
    assert (known[Role.HEADING1], known[Role.HEADER]) == ("Overskrift1", "Sidehoved")
    assert "Formatmallen ”Rubrik 2” saknas; byggets egen läggs till." in lacks(template)
    assert not any("”Rubrik 1”" in line for line in lacks(template))


def test_every_sample_template_gives_a_whole_document(shared: Path) -> None:
    for file in sorted((shared / "data/word-templates").glob("*.docx")):
        package = write_document(sample.document(), sample.STYLE, sample.IMAGES, read(file.read_bytes()))
        assert lint(package) == (), file.name
