"""What is said of how an edited copy was held against its sources."""


def no_basis(name: str) -> str:
    """A copy whose own edition cannot be made again."""
    return (
        f"Det som har ändrats i {name} sedan den byggdes går inte att lista: de uppgifter eller källor som den byggdes av finns "
        "inte kvar i projektet, eller har fel."
    )


def of_frozen(name: str) -> str:
    """A copy of a frozen edition, whose sections may since have changed."""
    return f"Ändringarna är räknade mot den frysta utgåvan {name}; raderna gäller dess avsnitt."


def rewritten_since(name: str) -> str:
    """A copy of a document whose sections have been rewritten since."""
    return (
        f"Avsnitten har ändrats sedan {name} byggdes. Bland ändringarna i filen står därför också det som har skrivits om i "
        "avsnitten sedan dess, med filens äldre ordalydelse."
    )
