"""The names of tables and charts, as `{% tabell namn %}` can say them."""

import re

NAME = re.compile(r"[\w-]+")


def better_name(name: str) -> str:
    """A name like this one that can be said, or "" when nothing of it is left."""
    return re.sub(r"[^\w-]+", "-", name).strip("-")
