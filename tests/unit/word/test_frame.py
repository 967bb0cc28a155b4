"""What stands round the text of a Word file."""

from io import BytesIO
from zipfile import ZipFile

from rapportbyggare.word.frame import frame_of

RUN = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> {} </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


def file(body: str, head: str = "") -> bytes:
    content = BytesIO()
    with ZipFile(content, "w") as archive:
        archive.writestr("word/document.xml", body)
        archive.writestr("word/header1.xml", head)
        archive.writestr("word/header2.xml", head)
    return content.getvalue()


def test_the_contents_list_and_the_words_before_numbers_and_sources() -> None:
    caption = f"<w:p>{RUN.format('Tabell ')}{FIELD.format('SEQ Tabell', '1')}{RUN.format('. Antal')}</w:p>"
    source = f'<w:p><w:pPr><w:pStyle w:val="Kalla"/></w:pPr>{RUN.format("Källa: ")}{RUN.format("SCB")}</w:p>'
    found = frame_of(file(f"<w:p>{FIELD.format('TOC', 'Analys')}</w:p>{caption}{source}"), "Titel")
    assert found == {
        "innehållsförteckning": "finns",
        "ordet före numren i serien Tabell": "Tabell",
        "ordet före källorna": "Källa:",
        "sidhuvud": "",
        "sidfot": "",
    }
    assert frame_of(file("<w:p/>"), "")["innehållsförteckning"] == "finns inte"


def test_a_page_head_is_its_words_and_fields_and_not_the_page_that_was_last_shown() -> None:
    heads = [RUN.format("Titel A") + FIELD.format("PAGE", page) + RUN.format(" av") for page in ("1", "7")]
    simple = f'{RUN.format("Titel B")}<w:fldSimple w:instr=" PAGE "><w:r><w:t>3</w:t></w:r></w:fldSimple>{RUN.format(" av")}'
    found = [
        frame_of(file("", head), title)["sidhuvud"]
        for head, title in ((heads[0], "Titel A"), (heads[1], "Titel A"), (simple, "Titel B"))
    ]
    assert found == ["{PAGE} av"] * 3
