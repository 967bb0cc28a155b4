"""The handbook says what the tool does: its examples are run, its lists are those of the readers and the vocabulary."""

import gc
import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from rapportbyggare.app.ledger import COLUMNS as LEDGER
from rapportbyggare.app.project import Project
from rapportbyggare.binding.evaluate import ALL_FUNCTIONS
from rapportbyggare.binding.filters import FILTERS
from rapportbyggare.binding.vocabulary import NAMES
from rapportbyggare.checks.placeholders import PLACEHOLDER
from rapportbyggare.cli.arguments import COMMANDS, FLAGS, parsed, parser
from rapportbyggare.cli.exits import MEANINGS, Exit
from rapportbyggare.cli.main import main
from rapportbyggare.cli.show import problems_text
from rapportbyggare.core.chart import ChartKind
from rapportbyggare.core.figure import Status, Unit
from rapportbyggare.core.manifest import DocumentStatus
from rapportbyggare.data.columns import COLUMNS as OBSERVATIONS
from rapportbyggare.data.deliveries import COLUMNS as INDEX
from rapportbyggare.reading.control_words import WORDS
from rapportbyggare.sources.toml import Fields
from tests.docs import project as projects
from tests.docs.handbook import CODE, DOCS, LINK, ROOT, Example, Listing, anchors, arguments, examples, listings, matches, running
from tests.docs.shown import shown

TEXT = (DOCS / "handbok.md").read_text(encoding="utf-8")
EXAMPLES = examples(TEXT)
LISTINGS = listings(TEXT)
TRIED = [(one, after) for one, after in pairwise(EXAMPLES) if one.info == "markdown prova"]
RUN = [(one, after) for one, after in pairwise(EXAMPLES) if one.info == "console prova"]
TOML = [one for one in EXAMPLES if one.kind == "toml"]
FILES = {
    "report/data/leveranser.csv": INDEX,
    "report/data/leverans-001.csv": OBSERVATIONS,
    "output/rapporten-siffror.csv": LEDGER,
}
TITLE = re.compile(r"(?:`\[{1,2}([\w.]+)\]{1,2}` i )?`([\w/.-]+\.toml)`")
Asked = dict[tuple[str, str], dict[str, bool | None]]


def named(one: object) -> str | None:
    return f"rad-{one.line}" if isinstance(one, Example) else None


def listing(title: str) -> Listing:
    return next(one for one in LISTINGS if one.head[0] == title)


@pytest.fixture(scope="session")
def example_project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The report's own project with the handbook's indicators, tables and charts added."""
    folder = projects.copied(tmp_path_factory.mktemp("handbok"))
    for one in TOML:
        if one.about in ("report/katalog.toml", "report/tabeller.toml") or one.about.startswith("figures/"):
            projects.put(one, folder)
    return projects.read(folder)


@pytest.fixture(scope="session")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project for commands to run in, one after the other."""
    return projects.copied(tmp_path_factory.mktemp("projekt"))


@pytest.fixture
def in_process() -> Iterator[None]:
    """The command turns the garbage collector off for its short life; the tests want it on again."""
    yield
    gc.enable()


@pytest.mark.parametrize(("example", "after"), TRIED, ids=named)
def test_a_section_becomes_what_stands_under_it(example: Example, after: Example, example_project: Project) -> None:
    document, problems = projects.bound(example_project, example.content)
    match after.info:
        case "text blir":
            assert not problems, problems_text(problems)
            found = shown(document)
        case "text fel":
            found = problems_text(problems)
        case _:
            pytest.fail(f"line {after.line}: an example is followed by what it becomes")
    assert matches(found, after.content), found


@pytest.mark.usefixtures("in_process")
@pytest.mark.parametrize(("example", "after"), RUN, ids=named)
def test_a_command_says_what_stands_under_it(
    example: Example, after: Example, untouched: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(untouched)
    assert after.info == "text blir"
    assert main(arguments(example.content.strip())) == Exit.DONE
    found = capsys.readouterr().out.replace("\u00a0", " ")
    assert matches(found, after.content), found


@pytest.mark.parametrize("line", [line for one in EXAMPLES if one.kind == "console" for line in one.content.splitlines()])
def test_the_tool_understands_every_command_line(line: str) -> None:
    assert parsed(arguments(line)).command in line


def test_every_flag_is_listed_at_the_commands_that_take_it() -> None:
    listed = [(name.split()[0], row[1]) for row in listing("Flagga").rows for name in CODE.findall(row[0])]
    told = {(command, flag) for flag, commands in listed for command in CODE.findall(commands) or COMMANDS}
    taken = {(command, flag) for command in COMMANDS for flag in flags_of(command)}
    assert {flag for flag, _ in listed} == set(FLAGS)
    assert {pair for pair in told if pair[1] != "--version"} == taken


def flags_of(command: str) -> list[str]:
    """The flags of a command, by the first of their spellings."""
    (commands,) = [one for one in parser()._actions if one.dest == "command"]
    assert isinstance(commands.choices, dict)
    long = ([name for name in one.option_strings if name.startswith("--")] for one in commands.choices[command]._actions)
    return [names[0] for names in long if names]


@pytest.mark.parametrize("example", TOML, ids=named)
def test_a_specification_is_read_without_a_word(example: Example, tmp_path: Path) -> None:
    projects.put(example, projects.copied(tmp_path))
    (tmp_path / "report" / "mall.dotx").touch()
    projects.read(tmp_path)


@pytest.fixture
def asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Asked:
    """The keys that the readers ask for when they read every specification of the handbook, and whether each is required.

    None is for a key that only some of a place's tables require.
    """
    found: dict[tuple[str, str], dict[str, dict[object, bool]]] = defaultdict(lambda: defaultdict(dict))
    tables: dict[tuple[str, str], set[object]] = defaultdict(set)
    ask, text, choice = Fields._ask, Fields.text, Fields.choice

    def note(fields: Fields, key: str, default: Any) -> None:
        table = ".".join(part for part in fields.path if isinstance(part, str))
        table = re.sub(r"^kolumner\..*", "kolumner.eget_namn", table)
        file = re.sub(r"^(figures|report/kallor|report/kodlistor)/.*", r"\1/namn.toml", fields.source.name)
        tables[file, table].add((fields.source.name, fields.path))
        found[file, table][key][fields.source.name, fields.path] = default is None

    def remember(fields: Fields, key: str, default: Any, *rest: Any) -> Any:
        note(fields, key, default)
        return ask(fields, key, default, *rest)

    def remember_text(fields: Fields, key: str, default: Any = None) -> Any:
        note(fields, key, default)
        return text(fields, key, default)

    def remember_choice(fields: Fields, key: str, kinds: Any, default: Any = None) -> Any:
        note(fields, key, default)
        return choice(fields, key, kinds, default)

    folder = projects.copied(tmp_path)
    for one in TOML:
        projects.put(one, folder)
    (folder / "report" / "mall.dotx").touch()
    with monkeypatch.context() as patched:
        patched.setattr(Fields, "_ask", remember)
        patched.setattr(Fields, "text", remember_text)
        patched.setattr(Fields, "choice", remember_choice)
        projects.read(folder)
    return {
        place: {key: required(by_table, len(tables[place])) for key, by_table in keys.items()}
        for place, keys in found.items()
        if not own_names(place[1])
    }


def required(by_table: dict[object, bool], tables: int) -> bool | None:
    """Whether a key is required in every table of its place (True), in some of them (None) or in none."""
    if len(by_table) == tables and all(by_table.values()):
        return True
    return None if any(by_table.values()) else False


def own_names(table: str) -> bool:
    """Tables whose keys are the author's own, or like those of another table."""
    if table in ("kolumner", "platsnamn", "tomma", "version.grupper"):
        return True
    return table.endswith("noter") or (table.startswith("status") and table != "status.saknas")


def test_every_key_of_the_readers_is_documented_and_every_documented_key_is_read(asked: Asked) -> None:
    documented: dict[tuple[str, str], set[str]] = defaultdict(set)
    for one in LISTINGS:
        if place := titled(one):
            documented[place].update(one.names)
    assert documented == {place: set(keys) for place, keys in asked.items()}


def test_the_keys_that_must_be_there_are_said_to(asked: Asked) -> None:
    told = [(place, one) for one in LISTINGS if (place := titled(one)) and one.head[-1] == "Om den utelämnas"]
    for place, one in told:
        for row in one.rows:
            must, (name,) = asked[place][row[0].strip("`")], CODE.findall(row[0])
            assert row[-1] != "måste finnas" or must is not False, (place, name)
            assert not must or row[-1].startswith("måste finnas"), (place, name)


def titled(one: Listing) -> tuple[str, str] | None:
    """The file and table whose keys a listing documents."""
    match = TITLE.fullmatch(one.head[0])
    return (match[2], match[1] or "") if match else None


@pytest.mark.parametrize("file", FILES)
def test_the_columns_of_the_semicolon_files_are_documented_in_order(file: str) -> None:
    assert listing(f"`{file}`").names == FILES[file]


def test_every_name_function_filter_and_control_word_is_listed() -> None:
    functions = [name for one in LISTINGS if one.head[0] == "Funktion" for name in first_words(one)]
    controls = re.findall(r"\{% (\w+)", "\n".join(cell for row in listing("Styrord").rows for cell in row))
    assert sorted(first_words(listing("Namn"))) == sorted(NAMES)
    assert sorted(functions) == sorted(ALL_FUNCTIONS)
    assert sorted(first_words(listing("Filter"))) == sorted(FILTERS)
    assert sorted(controls) == sorted(WORDS)


def first_words(one: Listing) -> list[str]:
    return [re.split(r"\W", CODE.findall(row[0])[0])[0] for row in one.rows]


def test_closed_lists_are_whole() -> None:
    statuses = [one for one in LISTINGS if one.head[0] == "Status"]
    assert {one.names for one in statuses} == {values(Status), values(DocumentStatus)}
    assert listing("Enhet").names == values(Unit)
    assert listing("`typ`").names == values(ChartKind)
    codes = {Exit(int(row[0].strip("`"))): row[1] for row in listing("Slutkod").rows}
    assert tuple(codes) == tuple(Exit)
    assert [code for code, meaning in MEANINGS.items() if not codes[code].startswith(meaning.partition(" (")[0])] == []


def values(kind: Any) -> tuple[str, ...]:
    return tuple(member.value for member in kind)


def test_the_words_given_as_placeholders_are_found_as_such() -> None:
    (line,) = [line for line in TEXT.splitlines() if line.startswith("Platshållare är")]
    quoted = re.findall("”([^”]+)”", line)
    assert quoted and all(PLACEHOLDER.search(words) for words in quoted)


@pytest.mark.parametrize("page", sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")]), ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in LINK.findall(CODE.sub("", running(page.read_text(encoding="utf-8")))):
        file, _, anchor = target.partition("#")
        if not file.startswith(("https:", "http:")):
            there = page.parent / file if file else page
            assert there.exists(), target
            assert not anchor or anchor in anchors(there.read_text(encoding="utf-8")), target
