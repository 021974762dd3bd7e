"""A ZIP is unpacked in the order of its names, and refused where it would harm."""

from __future__ import annotations

import io
import zipfile

import pytest

from disclosures.reading import UnreadableFile
from disclosures.reading.archive import Limits, Member, is_archive, unpack
from tests.reading.office import WORD, WORKBOOK


def packed(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a ZIP of these files."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return written.getvalue()


def unpacked(content: bytes, limits: Limits | None = None) -> list[Member]:
    return list(unpack(io.BytesIO(content), limits))


def refusal(content: bytes, limits: Limits | None = None) -> str:
    with pytest.raises(UnreadableFile) as refused:
        unpacked(content, limits)
    assert refused.value.message.endswith("。")
    return refused.value.code


def test_files_come_in_the_order_of_their_names_without_what_archivers_leave_behind() -> None:
    files = {"2 表格.txt": b"b", "1 正文.txt": b"a", "__MACOSX/1 正文.txt": b"x", ".DS_Store": b"x", "空/": b""}
    assert [(str(one.path), one.content) for one in unpacked(packed(files))] == [
        ("1 正文.txt", b"a"),
        ("2 表格.txt", b"b"),
    ]


def test_names_written_in_gbk_are_read() -> None:
    content = packed({"a" * len("部门预算.txt".encode("gbk")): b"x"})
    renamed = content.replace(b"a" * len("部门预算.txt".encode("gbk")), "部门预算.txt".encode("gbk"))
    assert [str(one.path) for one in unpacked(renamed)] == ["部门预算.txt"]


@pytest.mark.parametrize("name", ["../../etc/a.txt", "/etc/a.txt", "..\\..\\etc\\a.txt", "./etc/../etc/a.txt"])
def test_no_path_leads_out_of_a_zip(name: str) -> None:
    path = unpacked(packed({name: b"x"}))[0].path
    assert not path.is_absolute()
    assert ".." not in path.parts
    assert path.name == "a.txt"


def test_a_zip_within_a_zip_is_unpacked_once_and_no_deeper() -> None:
    inner = packed({"表.txt": b"x"})
    members = unpacked(packed({"单位甲.zip": inner, "套.zip": packed({"单位乙.zip": inner})}))
    assert [str(one.path) for one in members] == ["单位甲.zip/表.txt", "套.zip/单位乙.zip"]
    assert [one.trouble.code if one.trouble else None for one in members] == [None, "unreadable.type"]


def test_a_word_document_and_a_workbook_are_no_archives() -> None:
    assert [is_archive(io.BytesIO(one)) for one in (WORD, WORKBOOK, b"text", packed({"a.txt": b""}))] == [
        False,
        False,
        False,
        True,
    ]


def test_a_damaged_file_is_told_and_does_not_stop_the_others() -> None:
    content = packed({"1.txt": b"first", "2.txt": b"second"}, zipfile.ZIP_STORED).replace(b"first", b"fxrst")
    first, second = unpacked(content)
    assert first.trouble is not None
    assert first.trouble.code == "unreadable.damaged"
    assert second.content == b"second"


def test_a_bomb_is_refused_before_it_inflates() -> None:
    assert refusal(packed({"a.txt": b"\x00" * 60 * 1024 * 1024})) == "unreadable.too_large"


def test_a_file_whose_declared_size_is_a_lie_inflates_no_further_than_one_may() -> None:
    content = packed({"a.txt": b"\x00" * 4096})
    lying = content.replace((4096).to_bytes(4, "little"), (64).to_bytes(4, "little"))
    (member,) = unpacked(lying)
    assert len(member.content) <= 64
    assert member.trouble is not None
    assert len(unpacked(packed({"a.txt": b"x" * 500}), Limits(member=100))[0].content) == 101


@pytest.mark.parametrize(
    ("content", "limits", "code"),
    [
        (packed({}), None, "unreadable.empty"),
        (packed({".DS_Store": b"x"}), None, "unreadable.empty"),
        (packed({f"{n}.txt": b"" for n in range(3)}), Limits(files=2), "unreadable.too_large"),
        (packed({"a.txt": b"x" * 200}), Limits(inflated=100), "unreadable.too_large"),
        (b"PK\x03\x04 and no more", None, "unreadable.damaged"),
    ],
)
def test_a_zip_beyond_the_limits_is_refused(content: bytes, limits: Limits | None, code: str) -> None:
    assert refusal(content, limits) == code


def test_a_locked_zip_is_refused() -> None:
    content = bytearray(packed({"a.txt": b"x"}))
    central = content.index(b"PK\x01\x02")
    content[6] |= 1
    content[central + 8] |= 1
    assert refusal(bytes(content)) == "unreadable.encrypted"
