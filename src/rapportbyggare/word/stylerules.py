"""What each style says, from the tokens."""

from rapportbyggare.core.style import Style
from rapportbyggare.word.numbering import FACT_INSET, STEP
from rapportbyggare.word.ooxml import escape
from rapportbyggare.word.roles import CONTENTS, HEADINGS, Role
from rapportbyggare.word.styleframe import StyleRule, coloured, sized, spaced
from rapportbyggare.word.tokens import colour, half_points

BOLD = "<w:b/><w:bCs/>"
KEEP = "<w:keepNext/><w:keepLines/>"
UNBROKEN = "<w:suppressAutoHyphens/>"
HEADING_SPACE = ((400, 120), (320, 80), (240, 60), (200, 40))
MONOSPACE = "Consolas"


def paragraph_rules(style: Style, chapters: int, bullets: int) -> tuple[StyleRule, ...]:
    """All paragraph styles; `chapters` and `bullets` are the numbers of the lists some are bound to."""
    return (
        StyleRule(Role.NORMAL, "<w:widowControl/>" + spaced(0, 140), "", None, priority=0),
        *(heading_rule(style, level, chapters) for level in range(len(HEADINGS))),
        *cover_rules(style),
        *list_rules(bullets),
        *contents_rules(style),
        *table_rules(style),
        *fact_rules(style),
        *page_rules(style),
        *quiet_rules(),
    )


def heading_face(style: Style) -> str:
    """The typeface of headings."""
    font = escape(style.heading_font)
    return f'<w:rFonts w:ascii="{font}" w:eastAsia="{font}" w:hAnsi="{font}" w:cs="{font}"/>'


def heading_rule(style: Style, level: int, chapters: int) -> StyleRule:
    """Heading `level` (0 the highest), bound to its level of the chapter numbers."""
    number = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{chapters}"/></w:numPr>'
    outline = f'<w:outlineLvl w:val="{level}"/>'
    look = f"{heading_face(style)}{BOLD}{coloured(colour(style, 'rubrik'))}{sized(half_points(style, f'rubrik{level + 1}'))}"
    paragraph = f"{KEEP}{number}{UNBROKEN}{spaced(*HEADING_SPACE[level], 1.05)}{outline}"
    return StyleRule(HEADINGS[level], paragraph, look, following=Role.NORMAL, priority=9)


def cover_rules(style: Style) -> tuple[StyleRule, ...]:
    """Document type, title, standing and the lines below."""
    face, navy, muted = heading_face(style), coloured(colour(style, "rubrik")), coloured(colour(style, "dampad"))
    accent = colour(style, "accent")
    rule = f'<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="14" w:color="{accent}"/></w:pBdr>'
    return (
        StyleRule(
            Role.COVER_KIND, f"{UNBROKEN}{spaced(0, 80, 1.0)}", f"{face}{coloured(accent)}{sized(28)}", following=Role.TITLE
        ),
        StyleRule(
            Role.TITLE,
            f"{rule}{UNBROKEN}{spaced(0, 360, 1.05)}",
            f"{face}{BOLD}{navy}{sized(half_points(style, 'titel'))}",
            following=Role.SUBTITLE,
        ),
        StyleRule(Role.SUBTITLE, f"{UNBROKEN}{spaced(0, 60)}", f"{face}{sized(26)}", following=Role.NORMAL, priority=11),
        StyleRule(Role.COVER_LINE, f"{UNBROKEN}{spaced(240, 0)}<w:contextualSpacing/>", muted),
    )


def list_rules(bullets: int) -> tuple[StyleRule, ...]:
    """Bullets, numbers, their further paragraphs, and quotations."""
    return (
        StyleRule(Role.LIST_BULLET, list_paragraph(bullets), "", priority=12),
        StyleRule(Role.LIST_NUMBER, list_paragraph(bullets), "", priority=12),
        StyleRule(Role.LIST_CONTINUE, f'{spaced(0, 80)}<w:ind w:left="{STEP}"/>', "", priority=12),
        StyleRule(Role.QUOTE, f'{spaced(60, 140)}<w:ind w:left="567" w:right="567"/>', "<w:i/><w:iCs/>", priority=29),
    )


def list_paragraph(bullets: int) -> str:
    """The paragraph of a list item; which list it is in is said by the item."""
    return f'<w:numPr><w:numId w:val="{bullets}"/></w:numPr>{spaced(0, 80)}'


def contents_rules(style: Style) -> tuple[StyleRule, ...]:
    """The contents list: its title, three levels, a tab for the page number that an update adds."""
    title = StyleRule(
        Role.TOC_HEADING,
        f"{KEEP}{UNBROKEN}{spaced(0, 200)}",
        f"{heading_face(style)}{BOLD}{coloured(colour(style, 'rubrik'))}{sized(half_points(style, 'rubrik1'))}",
        following=Role.NORMAL,
        priority=39,
    )
    return title, *(contents_rule(level) for level in range(len(CONTENTS)))


def contents_rule(level: int) -> StyleRule:
    """One level of the contents list."""
    tab = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9070"/></w:tabs>'
    paragraph = f'{tab}{UNBROKEN}{spaced(100 if level == 0 else 0, 40)}<w:ind w:left="{level * 284}"/>'
    return StyleRule(CONTENTS[level], paragraph, BOLD if level == 0 else "", following=Role.NORMAL, priority=39, shown=False)


def table_rules(style: Style) -> tuple[StyleRule, ...]:
    """Text in tables, their headings, and the lines below them."""
    table, small = sized(half_points(style, "tabell")), sized(half_points(style, "not"))
    navy, muted = coloured(colour(style, "rubrik")), coloured(colour(style, "dampad"))
    return (
        StyleRule(Role.CAPTION, f"<w:keepLines/>{UNBROKEN}{spaced(200, 100, 1.05)}", f"{BOLD}{navy}", priority=35),
        StyleRule(Role.TABLE_TEXT, spaced(40, 40, 1.0), table),
        StyleRule(Role.TABLE_HEAD, UNBROKEN, f"{BOLD}{navy}", base=Role.TABLE_TEXT),
        StyleRule(Role.TABLE_TOTAL, "", BOLD, base=Role.TABLE_TEXT),
        StyleRule(Role.SOURCE, f"<w:keepLines/>{spaced(60, 260, 1.05)}", f"{muted}{small}", following=Role.NORMAL),
        StyleRule(Role.TABLE_NOTE, f"<w:keepLines/>{spaced(60, 260, 1.05)}", f"{muted}{small}", following=Role.NORMAL),
        StyleRule(Role.FIGURE, f"<w:keepNext/>{spaced(160, 0, 1.0)}", "", following=Role.CAPTION),
    )


def fact_rules(style: Style) -> tuple[StyleRule, ...]:
    """The fact box: a frame that title, text and lists share, so that they read as one box."""
    frame = fact_frame(colour(style, "zebra"), colour(style, "accent"))
    indent = f'<w:ind w:left="{FACT_INSET}" w:right="{FACT_INSET}"/>'
    hanging = f'<w:ind w:left="{FACT_INSET + STEP}" w:right="{FACT_INSET}" w:hanging="{STEP}"/>'
    return (
        StyleRule(
            Role.FACT_TITLE,
            f"{KEEP}{frame}{UNBROKEN}{spaced(240, 60)}{indent}",
            f"{heading_face(style)}{BOLD}{coloured(colour(style, 'rubrik'))}",
            following=Role.FACT_TEXT,
        ),
        StyleRule(Role.FACT_TEXT, f"<w:keepLines/>{frame}{spaced(0, 60)}{indent}", ""),
        StyleRule(Role.FACT_LIST, f"<w:keepLines/>{frame}{spaced(0, 60)}{hanging}", ""),
    )


def fact_frame(shade: str, edge: str) -> str:
    """A bar to the left, and shading that reaches a little outside the text (edges in the shade's own colour)."""
    above, below, right = (
        f'<w:{side} w:val="single" w:sz="4" w:space="{room}" w:color="{shade}"/>'
        for side, room in (("top", 5), ("bottom", 5), ("right", 8))
    )
    bar = f'<w:left w:val="single" w:sz="24" w:space="8" w:color="{edge}"/>'
    return f'<w:pBdr>{above}{bar}{below}{right}</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>'


def page_rules(style: Style) -> tuple[StyleRule, ...]:
    """Header, footer and footnotes."""
    small, muted = sized(half_points(style, "not")), coloured(colour(style, "dampad"))
    tabs = '<w:tabs><w:tab w:val="center" w:pos="4536"/><w:tab w:val="right" w:pos="9072"/></w:tabs>'
    edge = f'<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="4" w:color="{colour(style, "linje")}"/></w:pBdr>'
    return (
        StyleRule(Role.HEADER, f"{edge}{tabs}{UNBROKEN}{spaced(0, 0, 1.0)}", f"{muted}{small}", priority=99, shown=False),
        StyleRule(Role.FOOTER, f"{tabs}{spaced(0, 0, 1.0)}", f"{muted}{small}", priority=99, shown=False),
        StyleRule(Role.FOOTNOTE_TEXT, spaced(0, 40, 1.0), small, priority=99, shown=False),
    )


def quiet_rules() -> tuple[StyleRule, ...]:
    """A paragraph that only bears a break, as low as can be."""
    return (
        StyleRule(Role.CARRIER, '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>', sized(2), shown=False),
    )


def run_rules(style: Style) -> tuple[StyleRule, ...]:
    """All character styles."""
    mono = f'<w:rFonts w:ascii="{MONOSPACE}" w:hAnsi="{MONOSPACE}" w:cs="{MONOSPACE}"/>'
    link = f'{coloured(colour(style, "lank"))}<w:u w:val="single"/>'
    return (
        run_rule(Role.FOOTNOTE_REFERENCE, '<w:vertAlign w:val="superscript"/>'),
        run_rule(Role.HYPERLINK, link),
        run_rule(Role.CODE, f"{mono}{sized(half_points(style, 'brodtext') - 2)}"),
    )


def run_rule(role: Role, look: str) -> StyleRule:
    """A character style."""
    return StyleRule(role, "", look, base=None, priority=99, shown=False, character=True)
