"""The roles a paragraph, run or table can play, each with the id and name of its style."""

from enum import Enum


class Role(Enum):
    """What something is in the document; the value is the style's id and name (Word's own where it has one)."""

    NORMAL = ("Normal", "Normal")
    HEADING1 = ("Heading1", "heading 1")
    HEADING2 = ("Heading2", "heading 2")
    HEADING3 = ("Heading3", "heading 3")
    HEADING4 = ("Heading4", "heading 4")
    TITLE = ("Title", "Title")
    SUBTITLE = ("Subtitle", "Subtitle")
    COVER_KIND = ("Dokumenttyp", "Dokumenttyp")
    COVER_LINE = ("Forsattsuppgift", "Försättsuppgift")
    CAPTION = ("Caption", "caption")
    LIST_BULLET = ("ListBullet", "List Bullet")
    LIST_NUMBER = ("ListNumber", "List Number")
    LIST_CONTINUE = ("ListContinue", "List Continue")
    QUOTE = ("Quote", "Quote")
    TOC_HEADING = ("TOCHeading", "TOC Heading")
    TOC1 = ("TOC1", "toc 1")
    TOC2 = ("TOC2", "toc 2")
    TOC3 = ("TOC3", "toc 3")
    FOOTNOTE_TEXT = ("FootnoteText", "footnote text")
    FOOTNOTE_REFERENCE = ("FootnoteReference", "footnote reference")
    HYPERLINK = ("Hyperlink", "Hyperlink")
    CODE = ("HTMLCode", "HTML Code")
    HEADER = ("Header", "header")
    FOOTER = ("Footer", "footer")
    TABLE = ("Rapporttabell", "Rapporttabell")
    TABLE_HEAD = ("Tabellhuvud", "Tabellhuvud")
    TABLE_TEXT = ("Tabelltext", "Tabelltext")
    TABLE_TOTAL = ("Tabellsumma", "Tabellsumma")
    TABLE_NOTE = ("Tabellnot", "Tabellnot")
    SOURCE = ("Kalla", "Källa")
    FIGURE = ("Figur", "Figur")
    FACT_TITLE = ("Faktarutarubrik", "Faktaruta rubrik")
    FACT_TEXT = ("Faktaruta", "Faktaruta")
    FACT_LIST = ("Faktarutalista", "Faktaruta lista")
    CARRIER = ("Avbrott", "Avbrott")

    @property
    def style_id(self) -> str:
        """The id of our own style for the role."""
        return self.value[0]

    @property
    def style_name(self) -> str:
        """The style's name, which Word keeps in English for its own styles whatever the id."""
        return self.value[1]


HEADINGS = (Role.HEADING1, Role.HEADING2, Role.HEADING3, Role.HEADING4)
CONTENTS = (Role.TOC1, Role.TOC2, Role.TOC3)
