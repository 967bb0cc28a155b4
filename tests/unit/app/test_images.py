"""Images are found by what they are: pictures by their file, charts by their key."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from lxml import etree

from rapportbyggare.app.images import pictures_of
from rapportbyggare.core.blocks import Picture
from rapportbyggare.core.images import ImageFile, chart_name
from rapportbyggare.core.text import DocumentLeaf
from rapportbyggare.word.document import write_document
from rapportbyggare.word.namespaces import R
from tests.unit.word.sample import STYLE, chart, para, png, small, text


def picture(path: str, key: str) -> Picture[DocumentLeaf]:
    return Picture(path, text("En vy"), (), key)


def test_pictures_with_one_key_and_a_chart_with_it_are_three_images(tmp_path: Path) -> None:
    sizes = {"a.png": 4, "b.png": 5, "logga.png": 6}
    for name, width in sizes.items():
        (tmp_path / name).write_bytes(png(width))
    drawn = replace(chart(), key="x", caption=text("Företag"))
    style = STYLE._replace(logo_file="logga.png", logo_alt="Regionen")
    document = small(picture("a.png", "x"), picture("b.png", "x"), picture("a.png", "logga.png"), drawn, para("slut"))
    pictures, problems = pictures_of(document, style, tmp_path)
    assert problems == ()
    images = pictures | {chart_name("x"): ImageFile(png(7), None, 16, 8)}
    assert shown(write_document(document, style, images, None)) == [png(width) for width in (6, 4, 5, 4, 7)]


def test_a_picture_that_cannot_be_read_is_said_wherever_it_stands(tmp_path: Path) -> None:
    _, problems = pictures_of(small(picture("a.png", ""), picture("a.png", "x")), STYLE, tmp_path)
    assert [problem.code for problem in problems] == ["fil-saknas", "fil-saknas"]


def shown(package: bytes) -> list[bytes]:
    """The images of a document as they stand in it."""
    with ZipFile(BytesIO(package)) as archive:
        related = etree.fromstring(archive.read("word/_rels/document.xml.rels"))
        targets = {relation.get("Id"): relation.get("Target", "") for relation in related}
        body = etree.fromstring(archive.read("word/document.xml"))
        uses = [blip.get(f"{{{R}}}embed", "") for blip in body.iter("{*}blip")]
        return [archive.read(f"word/{targets[use]}") for use in uses]
