"""What the peers are given: the project's own sections as plain Markdown."""

import re
import tomllib
from pathlib import Path
from typing import Any

from tools.bench_projects import CHART, EXPRESSION


def peer_markdown(folder: Path) -> str:
    """The project's sections as Markdown for pandoc: numbers for expressions, pipe tables, the charts as images."""
    catalogue_text = (folder / "report" / "katalog.toml").read_text(encoding="utf-8")
    places = [place["namn"] for place in tomllib.loads(catalogue_text)["plats"] if place["niva"] == "kommun"]
    rules = tomllib.loads((folder / "report" / "tabeller.toml").read_text(encoding="utf-8"))["tabell"]
    tables = {rule["id"]: pipe_table(rule, places) for rule in rules}
    return "\n\n".join(plain(path, tables) for path in sorted((folder / "sections").glob("*.md")))


def plain(path: Path, tables: dict[str, str]) -> str:
    """One section without our own control lines; note labels get the file's name."""
    charts = iter(("peer-1.png", "peer-2.png", "peer-3.png"))
    text = re.sub(r"\{#\s.*?#\}", "", path.read_text(encoding="utf-8"), flags=re.S)
    text = EXPRESSION.sub("1 234", text)
    text = re.sub(r"(?m)^\{% tabell ([\w-]+) %\}$", lambda match: tables[match[1]], text)
    text = CHART.sub(lambda match: f"![{match[1]}]({next(charts, 'peer-1.png')})", text)
    text = re.sub(r"(?m)^\{% faktaruta (.*) %\}$", r"**\1**", text)
    text = re.sub(r"(?m)^\{%.*%\}$", "", text)
    text = re.sub(r"\[\]\(#([\w-]+)\)", r"[\1](#\1)", text)
    return re.sub(r"\[\^([\w-]+)\]", rf"[^{path.stem}-\1]", text)


def pipe_table(rule: dict[str, Any], places: list[str]) -> str:
    """A table specification as a pipe table with numbers in its cells."""
    width = len(rule["kolumner"])
    names = [name for row in rule["rad"] for name in (places if row.get("for") == "kommuner" else ["Rad"])]
    head = f"| Kommun |{' 2025 |' * width}\n|---|{'--:|' * width}\n"
    body = "".join(
        f"| {name} |" + "".join(f" {number * 7 % 997} |" for _ in range(width)) + "\n" for number, name in enumerate(names)
    )
    caption = EXPRESSION.sub("2025", re.sub(r"\[\^[^\]]*\]", "", rule["rubrik"]))
    return f"{head}{body}\nTable: {caption}\n"
