"""Charts and pictures as HTML."""

from base64 import b64decode
from dataclasses import replace

from rapportbyggare.core.blocks import Picture
from rapportbyggare.core.compared import Cause, ComparedFigure
from rapportbyggare.core.images import ImageFile, picture_name
from rapportbyggare.core.text import DocumentLeaf, Text
from rapportbyggare.page.pen import Edition, Pen
from tests.unit.page.made import NEW_CHART, OLD_CHART, changed, chart, every, one, seen, written

SVG = b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"


def pen(image: ImageFile) -> Pen:
    edition = Edition({picture_name("figures/a.png"): image}, {})
    return Pen(edition, edition)


def picture(alt: str = "En bild") -> Picture[DocumentLeaf]:
    return Picture("figures/a.png", (Text(alt),), (Text("Huset"),), "hus", number=3)


def content(address: str) -> tuple[str, bytes]:
    lead, _, data = address.partition(",")
    return lead, b64decode(data)


def test_a_chart_is_an_image_with_its_words() -> None:
    figure = one(written(chart()), "./figure")
    image = one(figure, "./img")
    assert content(image.get("src") or "") == ("data:image/png;base64", NEW_CHART)
    assert (image.get("alt"), image.get("width")) == ("Stapeldiagram: Berg 28.", "605")
    assert [seen(line) for line in figure.iterfind("./figcaption/p")] == ["Figur 1. Företag", "Källa: SCB"]


def test_the_lighter_form_is_taken() -> None:
    light, heavy = ImageFile(b"p" * 500, SVG, 8.0, 4.0), ImageFile(b"p", SVG, 8.0, 4.0)
    assert content(every(written(picture(), pen=pen(light)), ".//img/@src")[0]) == ("data:image/svg+xml;base64", SVG)
    assert content(every(written(picture(), pen=pen(heavy)), ".//img/@src")[0])[0] == "data:image/png;base64"


def test_a_vector_picture_is_never_part_of_the_page() -> None:
    found = written(picture(), pen=pen(ImageFile(b"p" * 500, SVG, 8.0, 4.0)))
    assert found.findall(".//svg") == [] and every(found, ".//@onload") == []


def test_a_picture_that_is_lacking_is_told_of() -> None:
    found = written(replace(picture(), path="figures/b.png"))
    assert seen(one(found, ".//p[@class='okand']")) == "Bilden finns inte i filen. En bild"


def test_a_chart_that_differs_is_shown_before_and_after() -> None:
    compared = ComparedFigure(chart("28"), chart("29"), (Text("Antal "), changed("då", "nu", number=2)), (), Cause.DATA, 1)
    found = one(written(compared), "./div")
    assert (found.get("id"), found.get("data-andring")) == ("andring-1", "1")
    images = [content(address)[1] for address in every(found, ".//img/@src")]
    assert images == [OLD_CHART, NEW_CHART]
    assert every(found, ".//div[@data-sida]/@data-sida") == ["gammal", "ny"]
    assert [seen(head) for head in found.iterfind(".//div[@data-sida]/p")] == ["Före", "Efter"]
    assert seen(one(found, ".//ul/li")) == "Berg, 2025: borttaget: 28; nytt: 29; "


def test_a_text_alternative_alone_is_told_in_words() -> None:
    compared = ComparedFigure(picture("Ett hus"), picture("Ett stort hus"), (), (), Cause.TEXT, 1)
    found = written(compared, pen=pen(ImageFile(b"p", None, 8.0, 4.0)))
    assert len(found.findall(".//img")) == 1
    assert seen(one(found, ".//details/p/del")) == "borttaget: Ett hus; "
