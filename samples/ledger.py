"""Find a sample's amounts by what they are, and say them as prose does, keeping note of each figure said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from samples.sheets import TEN_THOUSAND, Sample, Says, Sheet, facts

CENT = Decimal("0.01")
# What a question leaves out is asked as "none": the total, not one of its parts.
PARTS = ("nature", "function", "economic", "item")


# Sources of revenue that the contract knows in tables only.
TOPICLESS = {"appropriation", "government_funds", "state_capital", "service_revenue", "other_revenue", "own_funds"}


@dataclass(slots=True)
class Ledger:
    """The amounts of one sample; ``said`` are the figures that prose has stated so far."""

    sample: Sample
    said: list[tuple[str, Decimal, str]] = field(default_factory=list)

    def sheets(self, kind: str) -> Iterator[Sheet]:
        return (sheet for sheet in self.sample.sheets if sheet.kind == kind)

    def facts(self, kind: str, **wanted: Any) -> Iterator[Says]:
        """Yield the facts of a kind of sheet that are exactly what is asked."""
        question = {**dict.fromkeys(PARTS), **wanted}
        for sheet in self.sheets(kind):
            for fact in facts(sheet):
                if all(fact.get(name) == value for name, value in question.items() if value != "any"):
                    yield fact

    def amount(self, kind: str, **wanted: Any) -> Decimal | None:
        """Return the first such amount, or None."""
        return next((fact["amount"] for fact in self.facts(kind, **wanted)), None)

    def figure(self, topic: str, **wanted: Any) -> Decimal | None:
        """Return a figure that stands in no table (a change, a count), as printed in the data."""
        for figure in self.sample.figures:
            if figure["topic"] == topic and all(figure.get(name) == value for name, value in wanted.items()):
                return Decimal(figure["value"])
        return None

    def money(self, topic: str, yuan: Decimal) -> str:
        """Say an amount in 万元 and note it, where the parse contract has a topic for it."""
        tens = (yuan / TEN_THOUSAND).quantize(CENT, ROUND_HALF_UP)
        if topic not in TOPICLESS:
            self.said.append((topic, tens * TEN_THOUSAND, "yuan"))
        return f"{tens}万元"

    def share(self, topic: str, part: Decimal, whole: Decimal) -> str:
        """Say what percentage a part is and note it."""
        percent = (100 * part / whole).quantize(CENT, ROUND_HALF_UP)
        self.said.append((f"share:{topic}", percent, "percent"))
        return f"{percent}%"

    def count(self, topic: str, number: Decimal, measure: str) -> str:
        """Say a count and note it."""
        self.said.append((topic, number, "count"))
        return f"{number}{measure}"

    def change(self, topic: str, than: str) -> str:
        """Say by how much a figure rose or fell, where the data know it."""
        amount, percent = self.figure(f"change_amount:{topic}"), self.figure(f"change_percent:{topic}")
        if amount is None:
            return ""
        if amount == 0:
            return f"，与{than}持平"
        self.said.append((f"change_amount:{topic}", amount, "yuan"))
        words = ("增加", "增长") if amount > 0 else ("减少", "下降")
        text = f"，比{than}{words[0]}{abs(amount) / TEN_THOUSAND}万元"
        if percent is not None:
            self.said.append((f"change_percent:{topic}", percent, "percent"))
            text += f"，{words[1]}{abs(percent)}%"
        return text
