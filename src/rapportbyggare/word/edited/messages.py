"""What is said of an edited file that cannot be read."""

from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem


def not_a_document(name: str) -> Problem:
    """Something else than a Word file, or a damaged one."""
    return Problem(
        "inget-word-dokument",
        Place(name),
        f"{name} går inte att läsa som Word-dokument: filen är av ett annat slag, eller skadad.",
        "en hel .docx-fil",
        "Öppna filen i Word, välj Spara som och filformatet Word-dokument (.docx), och ange den nya filen.",
    )


def other_kind(name: str, kind: str) -> Problem:
    """A file of a kind that is known and is no Word document."""
    return Problem(
        "annat-filslag",
        Place(name),
        f"{name} är {kind}, inte ett Word-dokument.",
        "en .docx-fil",
        "Öppna filen i Word, välj Spara som och filformatet Word-dokument (.docx), och ange den nya filen.",
    )


def locked_document(name: str) -> Problem:
    """A file with a password, or in the format before 2007."""
    return Problem(
        "last-dokument",
        Place(name),
        f"{name} är lösenordsskyddad eller sparad i det gamla formatet .doc.",
        "en .docx-fil utan lösenord",
        "Öppna filen i Word, ta bort lösenordet under Arkiv – Info – Skydda dokument, spara den som Word-dokument (.docx), "
        "och ange den nya filen.",
    )


def strict_document(name: str) -> Problem:
    """A file in the strict variant of the format, which few programs write."""
    return Problem(
        "strikt-dokument",
        Place(name),
        f"{name} är sparad i formatet Strict Open XML-dokument, som inte läses här.",
        "en .docx-fil i det vanliga formatet",
        "Öppna filen i Word, välj Spara som och filformatet Word-dokument (.docx), och ange den nya filen.",
    )


def dangerous_document(name: str, why: str) -> Problem:
    """A file that is not unpacked."""
    return Problem(
        "otillatet-dokument",
        Place(name),
        f"{name} läses inte: {why}.",
        "en .docx-fil som Word eller LibreOffice har sparat",
        "Öppna filen i Word, spara den på nytt som Word-dokument (.docx), och ange den nya filen.",
    )


def with_macros(name: str) -> Problem:
    """A file of the kind that may hold macros."""
    return Problem(
        "dokument-med-makron",
        Place(name),
        f"{name} är ett dokument för makron (.docm) och läses inte.",
        "en .docx-fil",
        "Öppna filen i Word, välj Spara som och filformatet Word-dokument (.docx), och ange den nya filen.",
    )
