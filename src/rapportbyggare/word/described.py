"""What a package of our own says of itself and how it is dressed, without reading its text."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZipFile

from rapportbyggare.word.read.file_properties import look_of, properties_of
from rapportbyggare.word.template.package import Package

MAIN = "word/document.xml"
TEXT = (MAIN, "word/footnotes.xml")
OUTSIDE = ("word/media/", "customXml/")


def described(content: bytes) -> tuple[Mapping[str, str], str]:
    """The file's properties by name, and the digest of its dress, as `read_side` gives them."""
    with ZipFile(BytesIO(content)) as archive:
        names = [name for name in archive.namelist() if name not in TEXT and not name.startswith(OUTSIDE)]
        package = Package({name: archive.read(name) for name in names}, MAIN)
    return properties_of(package), look_of(package)
