"""Judge all indicators anew, after the rules of judging have changed."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from disclosures.performance.copies import mark_all_copies
from disclosures.performance.marking import mark_again


class Command(BaseCommand):
    """Write the marks of every indicator from what it prints; the printed texts stay as filed."""

    help = "按现行规则重新判断全部绩效指标；原文不变，可反复运行。"

    def handle(self, *args: Any, **options: Any) -> None:
        """Judge, and say how many verdicts changed."""
        with transaction.atomic():
            changed = mark_again()
            mark_all_copies()
        self.stdout.write(f"已重新判断，{changed} 项指标的判断有变化。")
