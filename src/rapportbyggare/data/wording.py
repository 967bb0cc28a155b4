"""How cells and hints are quoted in messages."""


def with_hint(text: str, hint: str) -> str:
    """The sentence with a hint after it, when there is one."""
    return f"{text} {hint}" if hint else text


def quoted(cell: str) -> str:
    """A cell's text in quotation marks, cut when it is long."""
    return f"”{cell if len(cell) <= 60 else cell[:57] + '…'}”"
