"""Say why a file as a whole cannot be read, in words a clerk can act on."""

from __future__ import annotations

_WHAT_IS_READ = "请上传 PDF、Excel（.xls、.xlsx）、Word（.docx）、网页（.html）、CSV 或文本文件。"

# Reason → (stable code, message).
REFUSALS = {
    "empty": ("unreadable.empty", "文件是空的。请检查原文件能否打开、有无内容，然后重新上传。"),
    "too_large": ("unreadable.too_large", "文件超过 {limit} MB。请压缩其中的图片，或把正文与表格分开后上传。"),
    "inflated": ("unreadable.too_large", "文件解压后超过 {limit} MB，不能读取。请只保留要公开的内容，另存后上传。"),
    "far_cells": (
        "unreadable.too_large",
        "工作表里有离得太远的单元格（超过 {limit} 格）。请删除表格之外的行和列，另存后上传。",
    ),
    "too_many_pages": ("unreadable.too_many_pages", "文件有 {pages} 页，超过 {limit} 页的上限。请拆分后上传。"),
    "damaged": ("unreadable.damaged", "文件已损坏，读不出内容。请用原来的软件打开，另存一份后重新上传。"),
    "encrypted": ("unreadable.encrypted", "文件设有密码。请先取消密码保护，再上传。"),
    "scanned": (
        "unreadable.scanned",
        "文件里只有图片，没有可读的文字（可能是扫描件）。请上传由 Word、Excel 或 WPS 直接导出的 PDF，或上传原始文件；"
        "只有扫描件时，请管理员启用文字识别，启用后再上传。",
    ),
    "unknown": ("unreadable.type", "不认识这种文件。" + _WHAT_IS_READ),
    "archive": ("unreadable.type", "这是压缩包。请先解压，再上传里面的文件。"),
    "archive_empty": ("unreadable.empty", "压缩包里没有文件。请检查后重新压缩。"),
    "archive_files": (
        "unreadable.too_large",
        "压缩包里有 {files} 个文件，超过 {limit} 个的上限。请分成几个压缩包。",
    ),
    "archive_inflated": ("unreadable.too_large", "压缩包解压后超过 {limit} MB，或者压缩比异常。请分成几个压缩包。"),
    "archive_encrypted": ("unreadable.encrypted", "压缩包设有密码。请取消密码后重新压缩。"),
    "archive_nested": ("unreadable.type", "压缩包套了好几层。请先解压里面的压缩包，再重新压缩。"),
    "ofd": ("unreadable.type", "暂不能读 OFD 文件。请用阅读器另存为 PDF 后上传。"),
    "presentation": ("unreadable.type", "这是演示文稿，不是公开文件。" + _WHAT_IS_READ),
    "old_word": ("unreadable.type", "本机不能读旧版 Word 文件（.doc、.wps、.rtf）。请另存为 .docx 或 PDF 后上传。"),
}


class UnreadableFile(Exception):
    """A file that cannot be read as a whole; ``code`` is stable, the message says in Chinese what to do."""

    def __init__(self, reason: str, **details: int) -> None:
        self.code, message = REFUSALS[reason]
        self.message = message.format(**details)
        super().__init__(self.message)
