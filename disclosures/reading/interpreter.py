"""Carry out a PDF page's drawing instructions: pdfminer's interpreter with a faster way to read them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from inspect import signature
from typing import Any

from pdfminer.converter import PDFPageAggregator
from pdfminer.pdfinterp import PDFPageInterpreter
from pdfminer.pdftypes import PDFStream, stream_value
from pdfminer.psparser import KWD, PSKeyword

from disclosures.reading.instructions import instructions
from disclosures.reading.streams import is_whole

# What pdfminer writes for the signs of an operator in the name of the method that carries it out.
_SIGNS = {"_a": "*", "_q": "'", "_w": '"'}


def _operators() -> Iterator[tuple[PSKeyword, tuple[Callable[..., None], int]]]:
    """Yield each operator with the method that carries it out and the number of its operands."""
    for name, method in vars(PDFPageInterpreter).items():
        if name.startswith("do_"):
            letters = name.removeprefix("do_")
            operator = letters[:-2] + _SIGNS.get(letters[-2:], letters[-2:])
            yield KWD(operator.encode()), (method, len(signature(method).parameters) - 1)


OPERATORS = dict(_operators())


# The way to draw text that no eye sees: what recognition read lies so over the picture of a scanned page.
INVISIBLE = 3


class Device(PDFPageAggregator):
    """What a page is drawn on.

    ``is_whole`` is false where its instructions are cut short or garbled; ``invisible`` counts texts that are not seen.
    """

    is_whole = True
    invisible = 0

    def render_string(self, textstate: Any, *rest: Any) -> None:
        """Draw a text."""
        self.invisible += textstate.render == INVISIBLE
        super().render_string(textstate, *rest)


class Interpreter(PDFPageInterpreter):
    """Pdfminer's interpreter, reading the instructions of a page by one expression."""

    device: Device

    def execute(self, streams: Sequence[object]) -> None:
        """Carry out the instructions of content streams; a form that draws itself is left out.

        Raises ``ValueError`` where a stream inflates without end.
        """
        whole = list(self._without_circles(streams))
        self.stream_ids = {stream.objid for stream in whole if stream.objid is not None}
        for operator, operands in instructions(b"\n".join(stream.get_data() for stream in whole)):
            self.argstack += operands
            if operator not in OPERATORS:
                continue
            method, count = OPERATORS[operator]
            arguments = self.pop(count)
            if len(arguments) == count:
                method(self, *arguments)

    def _without_circles(self, streams: Sequence[object]) -> Iterator[PDFStream]:
        """Yield the streams that can be told from those that are being carried out already."""
        for one in streams:
            stream = stream_value(one)
            if stream.objid is not None and stream.objid not in self.parent_stream_ids:
                self.device.is_whole = is_whole(stream) and self.device.is_whole
                yield stream


def page_device(page: Any) -> Device:
    """Return what a pdfplumber page is drawn on."""
    device = Device(page.pdf.rsrcmgr)
    Interpreter(page.pdf.rsrcmgr, device).process_page(page.page_obj)
    return device
