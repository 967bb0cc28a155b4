"""What an author reads of slips of Markdown, which would be printed as they stand."""

from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem, Severity
from rapportbyggare.reading.messages import shown

CODE = "slarv-i-markdown"
LONE_BRACE = "En klammer, { eller }, är kvar i texten och skulle skrivas ut."


def _slip(place: Place, message: str, expected: str, remedy: str) -> Problem:
    return Problem(CODE, place, message, expected, remedy, Severity.FLAW)


def _escaped(place: Place, signs: str) -> str:
    """How signs that shall be seen are written; a backslash in a TOML text is written twice."""
    backslash = "\\\\" if place.file.endswith(".toml") else "\\"
    return "".join(backslash + sign for sign in signs)


def stars(place: Place) -> Problem:
    """`**fet **`: stars that make nothing bold."""
    return _slip(
        place,
        "Stjärnorna ** är kvar i texten och skulle skrivas ut.",
        "**fet text**",
        "Skriv ** på båda sidor om orden, utan mellanslag innanför. "
        f"Ska stjärnorna synas, skriv {_escaped(place, '**')} i stället för **.",
    )


def address(place: Place) -> Problem:
    """`[text] (adress)`: a link that is none."""
    return _slip(
        place,
        "Tecknen ]( är kvar i texten: länken går inte att läsa och skulle skrivas ut som den står.",
        "[text](https://…)",
        "Skriv ]( utan mellanslag emellan, en adress utan mellanslag och sist ). "
        f"Ska tecknen synas, skriv {_escaped(place, ']')}( i stället för ](.",
    )


def brace(place: Place, inside: str) -> Problem:
    """A brace that begins or ends nothing."""
    meant = f"Skriv {{{{ {inside} }}}} om det är ett uttryck." if inside else "Skriv {{ före ett uttryck och }} efter."
    return _slip(
        place,
        LONE_BRACE,
        "{{ uttryck }}",
        f"{meant} Ska klamrarna synas, skriv {_escaped(place, '{')} i stället för {{ "
        f"och {_escaped(place, '}')} i stället för }}.",
    )


def is_of_brace(problem: Problem) -> bool:
    """Whether the problem is that of a brace left in the text."""
    return problem.code == CODE and problem.message == LONE_BRACE


def table(place: Place) -> Problem:
    """A paragraph that begins with `|`: a table without its second line."""
    return _slip(
        place,
        "Raden börjar med | men läses inte som en tabell, så tecknen skulle skrivas ut.",
        "|---|---| på raden efter tabellens huvud, med lika många kolumner som huvudet",
        "Skriv tabellen som ett eget stycke, med huvudet på första raden och |---|---| på den andra. "
        f"Ska tecknet synas, skriv {_escaped(place, '|')} i stället för |.",
    )


def tight_item(place: Place, line: str) -> Problem:
    """List items without the space after their sign."""
    sign = "-" if line.startswith("-") else line[: line.index(next(sign for sign in line if sign in ".)")) + 1]
    return _slip(
        place,
        f"Raden {shown(line)} läses inte som en punkt i en lista: mellanslaget efter {sign} saknas.",
        f"{sign} punkt",
        f"Skriv {shown(f'{sign} {line[len(sign) :]}')}, och så på varje rad i listan. "
        f"Är det ingen lista, skriv {_escaped(place, sign) if sign == '-' else sign[:-1] + _escaped(place, sign[-1])} "
        f"i stället för {sign}.",
    )


def tight_heading(place: Place, marks: str, line: str) -> Problem:
    """`#Rubrik` without the space that makes it a heading."""
    return _slip(
        place,
        f"Raden {shown(line)} läses inte som en rubrik: mellanslaget efter {marks} saknas.",
        f"{marks} Rubrik",
        f"Skriv {shown(f'{marks} {line[len(marks) :]}')}. Är det ingen rubrik, skriv {_escaped(place, '#')}{marks[1:]} "
        f"i stället för {marks}.",
    )
