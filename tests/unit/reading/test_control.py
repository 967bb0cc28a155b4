import pytest

from rapportbyggare.core.blocks import Choice, FactBox, Insert, Landscape, Loop, PageBreak, Paragraph
from rapportbyggare.core.place import Place
from rapportbyggare.core.text import Text
from rapportbyggare.reading.control import DEEPEST
from tests.unit.reading.drafts import blocks_of, faults, only


def test_a_choice_with_all_its_arms() -> None:
    block = only("{% if a %}\nA\n{% elif b > 1 %}\nB\n{% else %}\nC\n{% endif %}\n")
    assert isinstance(block, Choice)
    assert [test and (test.source, test.place.line, test.place.column) for test, _ in block.arms] == [
        ("a", 1, 7),
        ("b > 1", 3, 9),
        None,
    ]
    assert [len(blocks) for _, blocks in block.arms] == [1, 1, 1]


def test_a_loop_in_a_choice_in_a_box() -> None:
    box = only("{% faktaruta A %}\n{% if b %}\n{% for k in c %}\nD\n{% endfor %}\n{% endif %}\n{% endfaktaruta %}")
    assert isinstance(box, FactBox)
    (choice,) = box.blocks
    assert isinstance(choice, Choice)
    (loop,) = choice.arms[0][1]
    assert isinstance(loop, Loop)
    assert (loop.name, loop.items.source, loop.items.place) == ("k", "c", Place("sections/a.md", 3, 13, 14))
    assert [type(block) for block in loop.blocks] == [Paragraph]


def test_single_lines_without_blank_lines_between() -> None:
    assert blocks_of(
        "{% format 1 %}\na\n{% tabell b-c %}\n{% diagram d %}\n{% sidbrytning %}\n{% liggande %}\n{% endliggande %}"
    ) == (
        Paragraph((Text("a"),)),
        Insert("tabell", "b-c"),
        Insert("diagram", "d"),
        PageBreak(),
        Landscape(()),
    )


@pytest.mark.parametrize(
    ("source", "problems"),
    [
        ("{% if a %}", [(1, 1, "oavslutat-block")]),
        ("{% faktaruta A %}\n{% liggande %}", [(2, 1, "oavslutat-block"), (1, 1, "oavslutat-block")]),
        ("{% endif %}", [(1, 1, "slut-utan-borjan")]),
        ("{% if a %}\n{% endfor %}", [(2, 1, "fel-slut")]),
        ("{% if a %}\n{% else %}\n{% else %}\n{% endif %}", [(3, 1, "efter-else")]),
        ("{% if a %}\n{% else %}\n{% elif b %}\n{% endif %}", [(3, 1, "efter-else")]),
        ("{% for a %}\n{% endfor %}", [(1, 1, "olaslig-slinga")]),
        ("{% for 1 in a %}\n{% endfor %}", [(1, 1, "olaslig-slinga")]),
        ("{% for a in %}\n{% endfor %}", [(1, 1, "olaslig-slinga")]),
        ("{% tabell %}", [(1, 1, "namn-saknas")]),
        ("{% tabell a b %}", [(1, 1, "namn-saknas")]),
        ("{% format 2 %}", [(1, 1, "nyare-format")]),
        ("{% format %}", [(1, 1, "nyare-format")]),
        (f"{{% format {'9' * 5000} %}}", [(1, 1, "nyare-format")]),
        ("{% set a = 1 %}", [(1, 1, "okand-styrrad")]),
        ("{% if a %}\nx\n{% end if %}", [(3, 1, "okand-styrrad")]),
        ("{% for k in a %}\nx\n{% end %}", [(3, 1, "okand-styrrad")]),
        ("{% om a %}\nx\n{% annars %}\ny\n{% endif %}", [(1, 1, "okand-styrrad"), (3, 1, "okand-styrrad")]),
        ("{% if a %}\nx\n{% else if b %}\ny\n{% endif %}", [(3, 1, "okand-styrrad")]),
        ("{% hoppsan %}\nx\n{% else %}\ny\n{% endif %}\n{% endhoppsan %}", [(1, 1, "okand-styrrad")]),
        ("{% if a %}\nx\n{% endif }", [(3, 1, "ostangd-styrrad")]),
        ("x {% if a %}\n{% else %}\n{% endif %}", [(1, 3, "felplacerad-styrrad")]),
        ("{% if a %}\nx {% endif %}", [(2, 3, "felplacerad-styrrad")]),
        ("- x\n  {% if a %}\n{% else %}\n{% endif %}", [(2, 3, "felplacerad-styrrad")]),
        ("{if a}\nx\n{% endif %}", [(1, 1, "ostangd-styrrad")]),
        ("```\n{% endif }\n```", [(2, 1, "ostangd-styrrad"), (1, 1, "kodblock")]),
        ("{% for k in a %}\n{% if b %}\nx\n{% endfor %}", [(4, 1, "fel-slut")]),
        ("{% %}", [(1, 1, "okand-styrrad")]),
        ("{% if {{ a }} %}\n{% endif %}", [(1, 7, "klamrar-i-styrrad")]),
    ],
)
def test_faults(source: str, problems: list[tuple[int, int, str]]) -> None:
    assert faults(source) == problems


def test_depth_is_bounded() -> None:
    deep = "{% if a %}\n" * 500 + "x\n" + "{% endif %}\n" * 500
    assert (DEEPEST + 1, 1, "for-djupt") in faults(deep)
    assert faults("{% if a %}\n" * DEEPEST + "{% tabell x %}\n" + "{% endif %}\n" * DEEPEST) == []


def test_braces_in_a_control_line_are_read_all_the_same() -> None:
    from rapportbyggare.reading.sections import parse_section

    section, _ = parse_section("{% if {{ a }} %}\nx\n{% endif %}\n", "f")
    (choice,) = section.blocks
    assert isinstance(choice, Choice) and choice.arms[0][0] is not None and choice.arms[0][0].source == "a"
