"""Draw small PDFs by hand: rules and Helvetica text, positions measured from the top left as a reader sees them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass
class Drawing:
    """One page; what is drawn is kept as PDF operators."""

    width: float = 595
    height: float = 842
    rotate: int = 0
    crop: tuple[float, float, float, float] | None = None
    operators: list[str] = field(default_factory=list)

    def rule(self, x0: float, top: float, x1: float, bottom: float) -> Drawing:
        """Draw a line."""
        self.operators.append(f"{x0} {self.height - top} m {x1} {self.height - bottom} l S")
        return self

    def text(self, x: float, top: float, words: str, size: float = 10) -> Drawing:
        """Write words, the top of whose letters is at ``top``."""
        escaped = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        self.operators.append(f"BT /F1 {size} Tf {x} {self.height - top - 0.8 * size} Td ({escaped}) Tj ET")
        return self

    def chinese(self, x: float, top: float, words: str, size: float = 10) -> Drawing:
        """Write Chinese words, every character as wide as it is high."""
        codes = words.encode("utf-16-be").hex()
        self.operators.append(f"BT /F2 {size} Tf {x} {self.height - top - 0.8 * size} Td <{codes}> Tj ET")
        return self

    def lattice(self, xs: Sequence[float], ys: Sequence[float]) -> Drawing:
        """Draw all rules between columns and rows."""
        for x in xs:
            self.rule(x, ys[0], x, ys[-1])
        for y in ys:
            self.rule(xs[0], y, xs[-1], y)
        return self

    def cells(self, xs: Sequence[float], ys: Sequence[float], texts: Sequence[Sequence[str]]) -> Drawing:
        """Write texts into the cells between columns and rows."""
        for top, row in zip(ys, texts, strict=False):
            for left, words in zip(xs, row, strict=False):
                if words:
                    self.text(left + 3, top + 4, words)
        return self


# A font that a viewer has itself; each page holds it, so that the other objects keep their numbers.
CHINESE = (
    "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts "
    "[<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light "
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 0 >> "
    "/FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Ascent 880 /Descent -120 >> >>] >>"
)


def pdf(*pages: Drawing) -> bytes:
    """Return the bytes of a PDF with these pages."""
    kids = " ".join(f"{4 + 2 * index} 0 R" for index in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for index, page in enumerate(pages):
        crop = f"/CropBox [{' '.join(map(str, page.crop))}]" if page.crop else ""
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {page.width} {page.height}] {crop} /Rotate {page.rotate} "
            f"/Resources << /Font << /F1 3 0 R /F2 {CHINESE} >> >> /Contents {5 + 2 * index} 0 R >>"
        )
        stream = "\n".join(page.operators)
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    return _file(objects)


def _file(objects: Sequence[str]) -> bytes:
    parts, offsets = ["%PDF-1.4\n"], []
    size = len(parts[0])
    for number, text in enumerate(objects, 1):
        offsets.append(size)
        parts.append(f"{number} 0 obj\n{text}\nendobj\n")
        size += len(parts[-1])
    body = "".join(parts)
    entries = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    table = f"xref\n0 {size}\n0000000000 65535 f \n{entries}trailer\n<< /Size {size} /Root 1 0 R >>\n"
    return f"{body}{table}startxref\n{len(body)}\n%%EOF\n".encode("latin-1")
