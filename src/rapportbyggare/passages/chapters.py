"""Where printed things stand, in the words of the one who reads the report."""

from dataclasses import dataclass

from rapportbyggare.core.blocks import ChartFigure, Heading, HeadingKind, Picture, Table
from rapportbyggare.core.plain import plain
from rapportbyggare.core.text import DocumentLeaf


@dataclass(frozen=True, slots=True)
class Chapter:
    """The heading nearest above: its level, number ("4.1", "" for an unnumbered one), words and kind."""

    level: int
    number: str
    words: str
    kind: HeadingKind

    @property
    def name(self) -> str:
        """What the report calls it: "kapitel 4", "avsnitt 4.1", "bilaga 1", "”Bakgrund”"."""
        match self.kind:
            case HeadingKind.APPENDIX:
                return f"bilaga {self.number}"
            case HeadingKind.NUMBERED if self.number:
                return f"{'kapitel' if self.level == 1 else 'avsnitt'} {self.number}"
            case _:
                return f"”{self.words}”" if self.words else "rapportens början"

    @property
    def heading(self) -> str:
        """The heading as it is printed: "4 Regional statistik", "Bilaga 1 Indikatorer"."""
        lead = "Bilaga " if self.kind is HeadingKind.APPENDIX else ""
        return f"{lead}{self.number} {self.words}".strip()


BEFORE_ALL = Chapter(0, "", "", HeadingKind.UNNUMBERED)


def chapter_of(heading: Heading[DocumentLeaf]) -> Chapter:
    """The chapter that a heading opens."""
    return Chapter(heading.level, heading.number, plain(heading.content), heading.kind)


def table_name(table: Table[DocumentLeaf], chapter: Chapter) -> str:
    """ "tabell 2"; a table without heading has no number."""
    return f"tabell {table.number}" if table.number else f"tabellen utan rubrik i {chapter.name}"


def figure_name(figure: ChartFigure[DocumentLeaf] | Picture[DocumentLeaf], chapter: Chapter) -> str:
    """ "figur 1"; a picture without heading has no number."""
    return f"figur {figure.number}" if figure.number else f"bilden utan rubrik i {chapter.name}"
