"""Settings: hyphenation, language, Word's current mode, and nothing that makes it ask the reader anything."""

from rapportbyggare.word.namespaces import word_root
from rapportbyggare.word.ooxml import escape

COMPATIBILITY = (
    ("compatibilityMode", "15"),
    ("overrideTableStyleFontSizeAndJustification", "1"),
    ("enableOpenTypeFeatures", "1"),
    ("doNotFlipMirrorIndents", "1"),
    ("differentiateMultirowTableHeaders", "1"),
)
THEME_COLOURS = (
    'w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2" w:accent1="accent1" w:accent2="accent2" w:accent3="accent3" '
    'w:accent4="accent4" w:accent5="accent5" w:accent6="accent6" w:hyperlink="hyperlink" w:followedHyperlink="followedHyperlink"'
)


def settings_part(language: str) -> str:
    """The whole part."""
    compatibility = "".join(compatibility_xml(name, value) for name, value in COMPATIBILITY)
    return word_root(
        "settings",
        '<w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/><w:autoHyphenation/><w:consecutiveHyphenLimit w:val="2"/>'
        '<w:hyphenationZone w:val="425"/><w:doNotHyphenateCaps/><w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        f"<w:compat>{compatibility}</w:compat>"
        f'<w:themeFontLang w:val="{escape(language)}"/><w:clrSchemeMapping {THEME_COLOURS}/>'
        '<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>',
    )


def compatibility_xml(name: str, value: str) -> str:
    """One compatibility setting."""
    return f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
