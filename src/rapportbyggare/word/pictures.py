"""An author's own picture: read its size, refuse what Word cannot show."""

from io import BytesIO

from rapportbyggare.core.images import ImageFile
from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.word import messages

TEXT_WIDTH_CM = 16.0
MOST_PIXELS = 50_000_000
EXTENSIONS = {"image/png": "png", "image/jpeg": "jpeg", "image/gif": "gif"}


def read_picture(content: bytes, name: str, place: Place) -> tuple[ImageFile | None, tuple[Problem, ...]]:
    """The picture at its own size, at most as wide as the text; None after a problem. PNG, JPEG and GIF are read."""
    # Imported here: most reports have no pictures, and python-docx takes a third of a build to load.
    from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
    from docx.image.image import Image

    try:
        image = Image.from_file(BytesIO(content))
        size = image.px_width, image.px_height, image.horz_dpi or 96
    except (InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError, KeyError, ValueError, ArithmeticError):
        return None, (messages.not_a_picture(place, name),)
    extension = EXTENSIONS.get(image.content_type)
    if extension is None or not 0 < size[0] * size[1] <= MOST_PIXELS:
        return None, (messages.not_a_picture(place, name),)
    width = min(TEXT_WIDTH_CM, size[0] / size[2] * 2.54)
    return ImageFile(content, None, width, width * size[1] / size[0], extension), ()
