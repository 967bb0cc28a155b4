"""What is said of pictures and templates that a document cannot use."""

from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem


def not_a_picture(place: Place, name: str) -> Problem:
    """A file that is no image, or one too large."""
    return Problem(
        "ingen-bild",
        place,
        f"{name} går inte att läsa som bild, eller är större än 50 miljoner bildpunkter.",
        "en bild i formatet png, jpg eller gif",
        "Spara bilden på nytt som png och bygg igen.",
    )


def not_a_template(name: str) -> Problem:
    """A template that is no Word file, or a damaged one."""
    return Problem(
        "ingen-mall",
        Place(name),
        f"Mallen {name} går inte att läsa som Word-fil.",
        "en hel .docx- eller .dotx-fil",
        "Öppna mallen i Word, spara den på nytt som Word-mall (.dotx) och kör kommandot igen.",
    )


def template_damaged(name: str, why: str) -> Problem:
    """A Word file with something in it that no document can be built on."""
    return Problem(
        "ingen-mall",
        Place(name),
        f"Mallen {name} går inte att använda: {why}.",
        "en mall som Word öppnar utan att klaga, med plats för text mellan marginalerna",
        "Öppna mallen i Word, rätta det som nämns, spara den på nytt som Word-mall (.dotx) och kör kommandot igen.",
    )


def template_encrypted(name: str) -> Problem:
    """A template with a password, or in the format before 2007."""
    return Problem(
        "last-mall",
        Place(name),
        f"Mallen {name} är lösenordsskyddad eller sparad i det gamla formatet .doc.",
        "en .docx- eller .dotx-fil utan lösenord",
        "Öppna mallen i Word, ta bort lösenordet, spara den som Word-mall (.dotx) och kör kommandot igen.",
    )


def template_refused(name: str, why: str) -> Problem:
    """A template that could do harm."""
    return Problem(
        "otillaten-mall",
        Place(name),
        f"Mallen {name} används inte: {why}.",
        "en .docx- eller .dotx-fil utan makron, inbäddade objekt och länkat innehåll",
        "Öppna mallen i Word, ta bort det som nämns, spara den som Word-mall utan makron (.dotx) och kör kommandot igen.",
    )
