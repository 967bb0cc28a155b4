"""The styles part, made from the tokens: every role has a style, Word's own where it has one."""

from rapportbyggare.core.style import Style
from rapportbyggare.word.namespaces import word_root
from rapportbyggare.word.ooxml import escape
from rapportbyggare.word.roles import Role
from rapportbyggare.word.styleframe import OWN_IDS, StyleIds, StyleRule, style_xml
from rapportbyggare.word.stylerules import paragraph_rules, run_rules
from rapportbyggare.word.tablestyle import table_style
from rapportbyggare.word.tokens import colour, half_points

BASES = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>'
    '<w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>'
    '<w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
    '<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    '</w:style><w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
)


def styles_part(style: Style, language: str) -> str:
    """The whole part: defaults with type, size and language, then every style."""
    return word_root("styles", defaults(style, language) + BASES + "".join(definitions(style, OWN_IDS, 1, 3).values()))


def definitions(style: Style, ids: StyleIds, chapters: int, bullets: int) -> dict[Role, str]:
    """Each role's own style as markup; `chapters` and `bullets` are the lists that styles are bound to."""
    rules: tuple[StyleRule, ...] = (*paragraph_rules(style, chapters, bullets), *run_rules(style))
    own = {rule.role: style_xml(rule, ids) for rule in rules}
    return own | {Role.TABLE: table_style(style, ids)}


def defaults(style: Style, language: str) -> str:
    """`w:docDefaults`: the body's type, size, colour, language and line spacing."""
    size = half_points(style, "brodtext")
    line = round(style.line_spacing * 240)
    return (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{fonts(style.body_font)}<w:color w:val="{colour(style, "text")}"/>'
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        f'<w:lang w:val="{escape(language)}" w:eastAsia="{escape(language)}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        f'<w:pPrDefault><w:pPr><w:spacing w:after="0" w:line="{line}" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
    )


def fonts(name: str) -> str:
    """A typeface for all scripts."""
    font = escape(name)
    return f'<w:rFonts w:ascii="{font}" w:eastAsia="{font}" w:hAnsi="{font}" w:cs="{font}"/>'
