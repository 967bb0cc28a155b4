"""The command as a process: exit codes, streams, interruption, internal errors."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from shlex import quote

import pytest

from rapportbyggare.cli import commands
from tests.e2e.faults import english
from tests.e2e.small_project import DOCUMENT, Project

SOURCE = Path(__file__).resolve().parents[2] / "src"


def environment(**more: str) -> Mapping[str, str]:
    return {**os.environ, "PYTHONPATH": str(SOURCE), "PYTHONUTF8": "1", **more}


def command(*words: str, **more: str) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(
        [sys.executable, "-m", "rapportbyggare", *words], env=environment(**more), capture_output=True, check=False
    )


def shell(line: str, folder: Path) -> "subprocess.CompletedProcess[bytes]":
    words = ["bash", "-c", line.replace("rapportbyggare", f"{quote(sys.executable)} -m rapportbyggare")]
    return subprocess.run(words, env=environment(), cwd=folder, capture_output=True, check=False)


def test_without_arguments() -> None:
    done = command()
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().startswith(
        "Ange ett kommando: bygg, kontrollera, ta-emot, andringar, jamfor, frys, uttryck eller mall."
    )


def test_help_and_version() -> None:
    assert command("--version").stdout.startswith(b"rapportbyggare ")
    done = command("--hjälp", PYTHONUTF8="0", LC_ALL="C.UTF-8")
    assert (done.returncode, done.stderr) == (0, b"")
    assert "slutkoder:" in done.stdout.decode()


def test_a_terminal_with_the_windows_alphabet(project: Project) -> None:
    words = ("uttryck", "--projekt", str(project.folder))
    done = command(*words, PYTHONUTF8="0", PYTHONIOENCODING="cp1252")
    assert (done.returncode, done.stderr) == (0, b"")
    text = done.stdout.decode("cp1252")
    assert "Jämtlands län" in text
    assert "→" in command(*words).stdout.decode()
    assert "->" in text


def test_a_reader_that_goes_away(project: Project) -> None:
    for line in ("rapportbyggare uttryck | head -1", "rapportbyggare bygg | true", "rapportbyggare --hjälp | true"):
        done = shell(f"{line}; echo ${{PIPESTATUS[0]}}", project.folder)
        assert done.stderr == b"", line
        assert done.stdout.split()[-1] == b"0", line


def test_streams_that_are_closed(project: Project) -> None:
    done = shell("rapportbyggare bygg >&- 2>&-", project.folder)
    assert done.returncode == 0
    assert (project.folder / DOCUMENT).exists()


def test_what_is_said_to_programs_stands_alone_on_the_ordinary_output(project: Project) -> None:
    project.section("{{ antal_kbk(ar) }}\n")
    done = command("bygg", "--projekt", str(project.folder), "--format", "json", PYTHONUTF8="0", PYTHONIOENCODING="cp850")
    assert (done.returncode, done.stderr) == (1, b"")
    assert done.stdout.isascii()


def failing(error: BaseException) -> Callable[[object], int]:
    def fail(_: object) -> int:
        raise error

    return fail


def test_an_internal_error_is_told_without_traceback(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(commands, "run", failing(ValueError("hemligt")))
    outcome = project.build()
    assert (outcome.code, outcome.out) == (70, "")
    assert "Internt fel i rapportbyggare" in outcome.err
    assert "--logg fel.txt" in outcome.err
    assert english(outcome.err) == []
    assert "hemligt" not in outcome.err


def test_the_log_has_the_traceback_of_every_error(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(commands, "run", failing(ValueError("vad som hände")))
    log = project.folder / "fel.txt"
    project.build("--logg", str(log))
    outcome = project.build("--logg", str(log))
    text = log.read_text(encoding="utf-8")
    assert text.startswith("Logg från rapportbyggare\nTraceback")
    assert text.count("Logg från rapportbyggare") == 1
    assert text.count("ValueError: vad som hände") == 2
    assert f"Tekniska uppgifter finns i {log}." in outcome.err


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("sections/10-text.md", "byggs av"),
        ("report/ny.txt", "byggs av"),
        ("figures/bilder/ny.txt", "byggs av"),
        ("anteckningar.txt", "ingen logg från rapportbyggare"),
        ("tom.txt", "ingen logg från rapportbyggare"),
        ("genvag.txt", "byggs av"),
    ],
)
def test_the_log_is_never_added_to_a_file_of_the_authors(
    project: Project, monkeypatch: pytest.MonkeyPatch, name: str, why: str
) -> None:
    monkeypatch.setattr(commands, "run", failing(ValueError("x")))
    project.write("anteckningar.txt", "det som redan stod\n")
    project.write("tom.txt", "")
    (project.folder / "figures/bilder").mkdir(parents=True)
    (project.folder / "genvag.txt").symlink_to("sections/genvag.md")
    before = {file: file.read_bytes() for file in project.folder.rglob("*") if file.is_file()}
    outcome = project.build("--logg", str(project.folder / name))
    assert (outcome.code, f"{name} skrevs inte: " in outcome.err, why in outcome.err) == (70, True, True)
    assert english(outcome.err) == []
    assert {file: file.read_bytes() for file in project.folder.rglob("*") if file.is_file()} == before


def test_a_log_that_cannot_be_written_is_said(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(commands, "run", failing(ValueError("x")))
    outcome = project.build("--logg", str(project.folder))
    assert (outcome.code, "gick inte att skriva" in outcome.err) == (70, True)


def test_no_log_is_written_when_nothing_is_wrong(project: Project) -> None:
    project.build("--logg", "{}/fel.txt")
    assert not (project.folder / "fel.txt").exists()


def test_an_interruption(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(commands, "run", failing(KeyboardInterrupt()))
    outcome = project.build()
    assert (outcome.code, outcome.err) == (130, "\nAvbrutet. Inget halvfärdigt har skrivits.\n")


@pytest.mark.skipif(sys.platform == "win32", reason="signals of another kind")
def test_an_interruption_of_a_real_build(project: Project) -> None:
    rows = "".join("{{ antal_kkb(ar) + antal_kkb(ar - 1) }}\n\n" for _ in range(20_000))
    project.section(rows)
    words = [sys.executable, "-m", "rapportbyggare", "bygg", "--projekt", str(project.folder)]
    with subprocess.Popen(words, env=environment(), stderr=subprocess.PIPE, stdout=subprocess.PIPE) as running:
        time.sleep(0.6)
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=30)
    assert (running.returncode, out) == (130, b"")
    assert err.decode() == "\nAvbrutet. Inget halvfärdigt har skrivits.\n"
    assert not (project.folder / DOCUMENT).exists()


@pytest.mark.skipif(sys.platform == "win32", reason="terminals of another kind")
def test_a_longer_build_says_what_it_does_in_a_terminal(project: Project) -> None:
    import pty

    reader, writer = pty.openpty()
    at_once = (
        "import functools, sys\nfrom rapportbyggare.cli import commands, main\n"
        "commands.Progress = functools.partial(commands.Progress, moment=-1)\nsys.exit(main.main())"
    )
    words = [sys.executable, "-c", at_once, "bygg", "--projekt", str(project.folder)]
    with subprocess.Popen(words, env=environment(), stdout=subprocess.PIPE, stderr=writer) as running:
        out, _ = running.communicate(timeout=60)
    os.write(writer, b"slut")
    told = b""
    while not told.endswith(b"slut"):
        told += os.read(reader, 1000)
    os.close(writer)
    os.close(reader)
    assert running.returncode == 0
    assert "…" not in out.decode()
    assert told.decode() == "".join(f"\r\033[K{step} …" for step in ("Läser", "Räknar", "Ritar", "Skriver")) + "\r\033[Kslut"


def test_two_builds_at_once_do_not_disturb_each_other(project: Project) -> None:
    words = [sys.executable, "-m", "rapportbyggare", "bygg", "--projekt", str(project.folder)]
    running = [subprocess.Popen(words, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(3)]
    answers = [one.communicate(timeout=60) for one in running]
    assert [one.returncode for one in running] == [0, 0, 0], answers
    assert {path.name for path in (project.folder / "output").iterdir() if not path.name.startswith(".")} == {
        "rapport-2025.docx",
        "rapport-2025-siffror.csv",
    }
    assert f"Oförändrat: {DOCUMENT}" in project.build().out
