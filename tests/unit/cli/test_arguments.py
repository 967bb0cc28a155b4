"""The command line: both spellings, help and faults wholly in Swedish."""

import os
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from rapportbyggare.cli.arguments import COMMANDS, FLAGS, UsageError, folded, parsed
from rapportbyggare.cli.exits import MEANINGS, Exit
from rapportbyggare.cli.misuse import explained
from tests.e2e.faults import english

SOURCE = Path(__file__).resolve().parents[3] / "src"
HELP = ("--hjälp", "--hjalp", "--help", "-h", unicodedata.normalize("NFD", "--hjälp"))


def shown(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    with pytest.raises(SystemExit) as done:
        parsed(words)
    assert done.value.code in (0, None)
    out, err = capsys.readouterr()
    assert err == ""
    return out


def misused(*words: str) -> str:
    with pytest.raises(UsageError) as caught:
        parsed(words)
    return str(caught.value)


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_the_help_is_swedish_whatever_it_is_called(capsys: pytest.CaptureFixture[str], command: str) -> None:
    texts = {shown(capsys, *filter(None, (command, word))) for word in HELP}
    assert len(texts) == 1
    (text,) = texts
    assert english(text) == []
    assert text.startswith(f"användning: rapportbyggare {command}".rstrip() + " [")
    assert text.count("användning:") == 1
    assert "--hjälp" in text


def test_the_help_has_the_table_of_exit_codes(capsys: pytest.CaptureFixture[str]) -> None:
    text = shown(capsys, "--hjälp")
    rows = re.sub(r"\n {6}(?=\S)", " ", text.partition("slutkoder:\n")[2])
    table = dict(re.findall(r"^  (\d+) +(.+)$", rows, re.MULTILINE))
    assert table == {str(code.value): meaning for code, meaning in MEANINGS.items()}
    assert set(MEANINGS) == set(Exit)


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_the_help_is_no_wider_than_the_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    text = shown(capsys, *filter(None, (command, "--hjälp")))
    assert [line for line in text.splitlines() if len(line) > 80] == []


def test_the_help_that_is_pointed_out_is_that_of_the_command() -> None:
    for words in (("bygg", "--final"), ("bygg", "extra"), ("bygg", "--per=")):
        assert misused(*words).endswith("\nSkriv rapportbyggare bygg --hjälp för att se hur det används.")
    assert misused("--final").endswith("\nSkriv rapportbyggare --hjälp för att se hur det används.")


def test_every_flag_is_known_to_the_faults(capsys: pytest.CaptureFixture[str]) -> None:
    texts = [shown(capsys, *filter(None, [command, "-h"])) for command in ("", *COMMANDS)]
    found = {flag for text in texts for flag in re.findall(r"^  .*?(--[a-zäåö]+)", text, re.MULTILINE)}
    assert found == set(FLAGS)


def test_what_is_given_is_read() -> None:
    options = parsed(["bygg", "--projekt", "årsrapport", "--ut=öppen.docx", "--slutlig", "--format", "json", "--logg", "å.txt"])
    assert (options.command, options.projekt, options.ut, options.slutlig) == ("bygg", "årsrapport", "öppen.docx", True)
    assert (options.format, options.logg) == ("json", "å.txt")
    options = parsed(["bygg"])
    assert (options.projekt, options.ut, options.slutlig, options.format, options.logg) == (".", None, False, "text", None)
    assert parsed(["uttryck", "län"]).sok == "län"


def test_only_commands_and_flags_are_folded() -> None:
    words = ["mall", "år.docx", "--ut=är.docx", "--hjälp", "åäö"]
    assert folded(words) == ["mall", "år.docx", "--ut=är.docx", "--hjalp", "åäö"]


MISUSES = [
    ((), "Ange ett kommando: bygg, kontrollera, ta-emot, andringar, jamfor, frys, uttryck eller mall."),
    (("byg",), "Kommandot ”byg” finns inte. Menade du ”bygg”?"),
    (("kokakaffe",), "Kommandot ”kokakaffe” finns inte."),
    (("help",), "Kommandot ”help” finns inte. Menade du ”--hjälp”?"),
    (("hjälp",), "Kommandot ”hjälp” finns inte. Menade du ”--hjälp”?"),
    (("version",), "Kommandot ”version” finns inte. Menade du ”--version”?"),
    (("bygg", "--per="), "Flaggan --per behöver ett värde efter sig."),
    (("bygg", "--ut", ""), "Flaggan --ut behöver ett värde efter sig."),
    (("ta-emot", "a.csv", "--not", ""), "Flaggan --not behöver ett värde efter sig."),
    (("it's",), "Kommandot ”it's” finns inte."),
    (("bygg", "--format", "xml"), "Flaggan --format kan inte vara ”xml”. Välj text eller json."),
    (("jamfor", "7", "--sparade", "godta"), "Flaggan --sparade kan inte vara ”godta”. Välj godkänn, avvisa eller vägra."),
    (("bygg", "--format"), "Flaggan --format behöver ett värde efter sig."),
    (("bygg", "--ut", "--slutlig"), "Flaggan --ut behöver ett värde efter sig."),
    (("bygg", "--slutligt"), "Flaggan --slutligt finns inte. Menade du ”--slutlig”?"),
    (("bygg", "--slut"), "Flaggan --slut finns inte."),
    (("bygg", "-x"), "Flaggan -x finns inte."),
    (("bygg", "--slutlig=ja"), "Flaggan --slutlig tar inget värde. Skriv den ensam."),
    (("bygg", "extra"), "Ordet ”extra” är ett för mycket."),
    (("mall",), "Kommandot behöver också FIL."),
    (("mall", "a", "b"), "Ordet ”b” är ett för mycket."),
    (("uttryck", "--ut", "x"), "Flaggan --ut hör inte till det här kommandot"),
    (("--versoin",), "Flaggan --versoin finns inte. Menade du ”--version”?"),
    (("--projket", "x", "bygg"), "Flaggan --projket finns inte. Menade du ”--projekt”?"),
    (("-x", "bygg"), "Flaggan -x finns inte."),
    (("--projekt", "x", "bygg"), "Flaggan --projekt skrivs efter kommandot, till exempel rapportbyggare bygg --projekt."),
]


@pytest.mark.parametrize(("words", "told"), MISUSES)
def test_faults_are_told_in_swedish(words: tuple[str, ...], told: str) -> None:
    text = misused(*words)
    assert text.startswith(told)
    assert english(text.replace("kokakaffe", "").replace("it's", "")) == []


def test_words_that_are_not_known_are_not_shown() -> None:
    assert explained("something argparse will say some day", COMMANDS, FLAGS) == "Kommandot gick inte att förstå."


PYTHONS = sorted(Path.home().glob(".pyenv/versions/3.1[1-4]*/bin/python"))


@pytest.mark.prov
@pytest.mark.parametrize("python", PYTHONS, ids=lambda path: str(path.parts[-3]))
def test_every_python_speaks_swedish(python: Path) -> None:
    """What argparse says differs between versions; the command line needs nothing but the standard library."""
    words = [words for words, _ in MISUSES] + [["--hjälp"], ["bygg", "--hjälp"], ["mall", "--help"]]
    code = (
        "import sys\nfrom rapportbyggare.cli.arguments import parsed, UsageError\n"
        f"for words in {words!r}:\n try: parsed(words)\n except UsageError as e: print(e)\n except SystemExit: pass\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(SOURCE), "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"}
    done = subprocess.run([str(python), "-c", code], env=environment, capture_output=True, check=True)
    own = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=True)
    assert english(done.stdout.decode().replace("kokakaffe", "").replace("it's", "")) == []
    for _, told in MISUSES:
        assert told in done.stdout.decode()
    assert len(done.stdout.decode().split("\n")) == pytest.approx(len(own.stdout.decode().split("\n")), abs=6)
