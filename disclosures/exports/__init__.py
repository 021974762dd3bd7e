"""Give a comparison away exactly as shown: every figure with its unit, revision, page and source."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from disclosures.comparison.result import Comparison
from disclosures.exports.plain import to_csv, to_json
from disclosures.exports.records import SourceAddress
from disclosures.exports.workbook import to_xlsx


@dataclass(frozen=True, slots=True)
class Format:
    """A format that a comparison can be downloaded in."""

    media_type: str
    write: Callable[[Comparison, str, SourceAddress], bytes]


FORMATS: Mapping[str, Format] = {
    "xlsx": Format("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", to_xlsx),
    "csv": Format("text/csv; charset=utf-8", to_csv),
    "json": Format("application/json", to_json),
}
