"""Tell whether the compressed streams of a PDF come to their end, before they are read."""

from __future__ import annotations

import zlib
from typing import Any

from pdfminer.pdftypes import PDFStream
from pdfminer.psparser import LIT

# The drawing instructions of a full page are below 5 MB; more than this is made to fill the memory.
MAX_STREAM = 30 * 1024 * 1024


def is_whole(stream: Any) -> bool:
    """Tell whether a deflated stream comes to its end; others are taken at their word.

    Raises ``ValueError`` where it inflates beyond all measure.
    """
    if not isinstance(stream, PDFStream) or stream.decipher is not None or stream.rawdata is None:
        return True
    if [name for name, _ in stream.get_filters()] != [LIT("FlateDecode")]:
        return True
    inflating = zlib.decompressobj()
    try:
        inflating.decompress(stream.rawdata, MAX_STREAM)
    except zlib.error:
        return False
    if inflating.unconsumed_tail:
        raise ValueError("drawing instructions that inflate without end")
    return inflating.eof
