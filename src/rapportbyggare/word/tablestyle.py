"""The table style: calm rules, a heading row, quiet bands."""

from rapportbyggare.core.style import Style
from rapportbyggare.word.roles import Role
from rapportbyggare.word.styleframe import StyleIds
from rapportbyggare.word.tokens import colour
from rapportbyggare.word.widths import PADDING


def table_style(style: Style, ids: StyleIds) -> str:
    """The style of every table in the report, with its heading row and bands."""
    navy, band = colour(style, "rubrik"), colour(style, "zebra")
    based = f'<w:basedOn w:val="{ids.table}"/>' if ids.table else ""
    rules = edge("top", navy, 8) + edge("bottom", navy, 8)
    margins = f'<w:left w:w="{PADDING}" w:type="dxa"/><w:right w:w="{PADDING}" w:type="dxa"/>'
    head = f"<w:tcPr><w:tcBorders>{edge('bottom', navy, 8)}</w:tcBorders></w:tcPr>"
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{ids.roles[Role.TABLE]}"><w:name w:val="{Role.TABLE.style_name}"/>'
        f'{based}<w:uiPriority w:val="59"/><w:qFormat/>'
        f'<w:tblPr><w:tblStyleRowBandSize w:val="1"/><w:tblBorders>{rules}</w:tblBorders>'
        f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>"
        f'<w:tblStylePr w:type="firstRow"><w:tblPr/>{head}</w:tblStylePr>'
        f'<w:tblStylePr w:type="band2Horz"><w:tblPr/><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{band}"/></w:tcPr>'
        "</w:tblStylePr></w:style>"
    )


def edge(side: str, shade: str, eighths: int) -> str:
    """A rule along one side, `eighths` of a point thick."""
    return f'<w:{side} w:val="single" w:sz="{eighths}" w:space="0" w:color="{shade}"/>'
