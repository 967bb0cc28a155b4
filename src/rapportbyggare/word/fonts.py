"""Typefaces and theme: which fonts the document names, and what may stand in for them."""

from rapportbyggare.core.style import Style
from rapportbyggare.word.namespaces import HEADER, A, word_root
from rapportbyggare.word.ooxml import escape
from rapportbyggare.word.stylerules import MONOSPACE
from rapportbyggare.word.tokens import colour

STAND_INS = {"Calibri": "Carlito", "Cambria": "Caladea", "Arial": "Liberation Sans", "Times New Roman": "Liberation Serif"}


def font_table_part(style: Style) -> str:
    """The font table."""
    names = sorted({style.body_font, style.heading_font})
    rows = "".join(font_xml(name, "auto", "variable") for name in names) + font_xml(MONOSPACE, "modern", "fixed")
    return word_root("fonts", rows)


def font_xml(name: str, family: str, pitch: str) -> str:
    """One font, with its stand-in where one of the same widths is known."""
    other = f'<w:altName w:val="{STAND_INS[name]}"/>' if name in STAND_INS else ""
    return (
        f'<w:font w:name="{escape(name)}">{other}<w:charset w:val="00"/><w:family w:val="{family}"/>'
        f'<w:pitch w:val="{pitch}"/></w:font>'
    )


def theme_part(style: Style) -> str:
    """A small theme with the tokens' colours and typefaces."""
    return (
        f'{HEADER}<a:theme xmlns:a="{A}" name="Rapport"><a:themeElements>'
        f'<a:clrScheme name="Rapport">{theme_colours(style)}</a:clrScheme>'
        f'<a:fontScheme name="Rapport"><a:majorFont>{theme_font(style.heading_font)}</a:majorFont>'
        f"<a:minorFont>{theme_font(style.body_font)}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="Rapport"><a:fillStyleLst>{FILL * 3}</a:fillStyleLst><a:lnStyleLst>{LINE * 3}</a:lnStyleLst>'
        f"<a:effectStyleLst>{EFFECT * 3}</a:effectStyleLst><a:bgFillStyleLst>{FILL * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    )


def theme_font(name: str) -> str:
    """A theme's typeface."""
    return f'<a:latin typeface="{escape(name)}"/><a:ea typeface=""/><a:cs typeface=""/>'


def theme_colours(style: Style) -> str:
    """The twelve colours of a theme; accents are the chart categories, repeated if they are few."""
    accents = [value.lstrip("#").upper() for value in style.categories] or [colour(style, "accent")]
    link = colour(style, "lank")
    named = {
        "dk1": colour(style, "text"),
        "lt1": "FFFFFF",
        "dk2": colour(style, "rubrik"),
        "lt2": colour(style, "zebra"),
        **{f"accent{n + 1}": accents[n % len(accents)] for n in range(6)},
        "hlink": link,
        "folHlink": link,
    }
    return "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in named.items())


FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
LINE = f'<a:ln w="9525">{FILL}<a:prstDash val="solid"/></a:ln>'
EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"
