"""The numbering part: headings, appendices, bullets, and one instance for each numbered list."""

from rapportbyggare.word.namespaces import word_root
from rapportbyggare.word.roles import HEADINGS

STEP = 357
FACT_INSET = 227
DEEPEST = 8
HEADING_INDENTS = (567, 709, 851, 992)
BULLETS = ("•", "–", "•")
OWN_STYLES = tuple(role.style_id for role in HEADINGS)
UNBOUND = ("",) * len(HEADINGS)
FORMS = ("decimal", "lowerLetter", "lowerRoman")


def level_xml(level: int, form: str, text: str, indent: str, style: str = "", suffix: str = "") -> str:
    """One level of a list: `form` of its number, its `text` ("%1.%2"), indents, the style bound to it."""
    bound = f'<w:pStyle w:val="{style}"/>' if style else ""
    after = f'<w:suff w:val="{suffix}"/>' if suffix else ""
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{bound}{after}'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr>{indent}</w:pPr></w:lvl>'
    )


def hanging(left: int, by: int) -> str:
    """An indent whose first line hangs."""
    return f'<w:ind w:left="{left}" w:hanging="{by}"/>'


def abstract_xml(number: int, levels: str, kind: str = "multilevel") -> str:
    """An abstract list; `w:nsid` follows from its number, so that lists keep apart when documents are merged."""
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:nsid w:val="{0x5B0A0000 + number:08X}"/>'
        f'<w:multiLevelType w:val="{kind}"/>{levels}</w:abstractNum>'
    )


def heading_list(number: int, styles: tuple[str, ...]) -> str:
    """The chapter numbers: "1", "1.1", each level bound to a heading style ("" leaves it unbound)."""
    levels = "".join(
        level_xml(n, "decimal", ".".join(f"%{k + 1}" for k in range(n + 1)), hanging(indent, indent), style)
        for n, (indent, style) in enumerate(zip(HEADING_INDENTS, styles, strict=True))
    )
    return abstract_xml(number, levels)


def appendix_list(number: int) -> str:
    """The appendices: "Bilaga 1", and "1.1" below."""
    first = level_xml(0, "decimal", "Bilaga\u00a0%1", '<w:ind w:left="0" w:firstLine="0"/>', suffix="space")
    rest = "".join(
        level_xml(n, "decimal", ".".join(f"%{k + 1}" for k in range(n + 1)), hanging(HEADING_INDENTS[n], HEADING_INDENTS[n]))
        for n in range(1, 4)
    )
    return abstract_xml(number, first + rest)


def silent_list(number: int) -> str:
    """No number at all, for headings that take no part in the numbering."""
    levels = (level_xml(n, "none", "", '<w:ind w:left="0" w:firstLine="0"/>', suffix="nothing") for n in range(4))
    return abstract_xml(number, "".join(levels))


def bullet_list(number: int) -> str:
    """Bullets: a dot, a dash, a dot …"""
    levels = (level_xml(n, "bullet", BULLETS[n % 3], hanging(STEP * (n + 1), STEP)) for n in range(DEEPEST + 1))
    return abstract_xml(number, "".join(levels), "hybridMultilevel")


def ordered_list(number: int) -> str:
    """Numbers, letters, roman numbers …"""
    levels = (level_xml(n, FORMS[n % 3], f"%{n + 1}.", hanging(STEP * (n + 1), STEP)) for n in range(DEEPEST + 1))
    return abstract_xml(number, "".join(levels), "hybridMultilevel")


def instance_xml(number: int, abstract: int, start: int | None = None) -> str:
    """A list in use; with `start` every level starts anew, the first ones where the author began."""
    if start is None:
        return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/></w:num>'
    overrides = "".join(
        f'<w:lvlOverride w:ilvl="{n}"><w:startOverride w:val="{start}"/></w:lvlOverride>' for n in range(DEEPEST + 1)
    )
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{overrides}</w:num>'


def numbering_part(list_starts: list[int], styles: tuple[str, ...] = OWN_STYLES, first: int = 0, abstract: int = 0) -> str:
    """The whole part, for a document whose numbered lists start so.

    `styles` are the heading styles bound to the chapter list; numbers are given out from after `first`
    (lists in use) and `abstract` (their definitions).
    """
    heading, appendix, bullets, silent, ordered = range(abstract + 1, abstract + 6)
    abstracts = heading_list(heading, styles), appendix_list(appendix), bullet_list(bullets), silent_list(silent)
    fixed = "".join(instance_xml(first + n, abstract + n) for n in (1, 2, 3, 4))
    lists = "".join(instance_xml(first + 5 + n, ordered, start) for n, start in enumerate(list_starts))
    return word_root("numbering", "".join(abstracts) + ordered_list(ordered) + fixed + lists)
