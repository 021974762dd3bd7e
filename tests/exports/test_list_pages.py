"""Lists in Chinese become PDF pages whose words can be found, with lines and pages broken where they are full."""

import pypdfium2
import pytest

from disclosures.exports.list_pages import MARGIN, NOT_FIRST, WIDTH, Passage, broken, char_width, list_pages

SENTENCE = "第6页《收支总表》：支出合计应等于各类之和，现为1,060.60万元，请核对。"


def texts(content: bytes) -> list[str]:
    with pypdfium2.PdfDocument(content) as document:
        return ["".join(page.get_textpage().get_text_range().split()) for page in document]


def test_the_words_can_be_found() -> None:
    assert SENTENCE in texts(list_pages([Passage(SENTENCE)]))[0]


@pytest.mark.parametrize("words", ["÷×≥≤“”①", "(a) \\ b", "龘𠮷"])
def test_any_character_can_be_written(words: str) -> None:
    with pypdfium2.PdfDocument(list_pages([Passage(words)])) as document:
        assert len(document) == 1


def test_lines_are_full_and_never_begin_with_a_stop() -> None:
    width = WIDTH - 2 * MARGIN
    lines = broken(SENTENCE * 5, 10.5, width)
    assert "".join(lines) == SENTENCE * 5
    assert all(line[0] not in NOT_FIRST for line in lines)
    assert all(sum(10.5 * char_width(char) for char in line) < width + 3 * 10.5 for line in lines)


def test_many_passages_fill_several_pages_in_order() -> None:
    pages = texts(list_pages([Passage(f"第{number}条：{SENTENCE}") for number in range(80)]))
    assert len(pages) > 1
    assert "".join(pages).index("第79条") > "".join(pages).index("第10条")


def test_an_empty_list_is_one_empty_page() -> None:
    assert texts(list_pages([])) == [""]
