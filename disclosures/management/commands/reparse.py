"""Read everything that is filed with the parser of today (`manage.py reparse`): drafts where it reads otherwise."""

from __future__ import annotations

import time
from argparse import ArgumentParser
from collections.abc import Sequence
from typing import Any

from django.core.management.base import BaseCommand

from disclosures.models import Job, Revision
from disclosures.models.jobs import UNFINISHED, Stage
from disclosures.pipeline import PARSER_VERSION
from disclosures.tasks import reread, sweep

LOOK_SECONDS = 1.0


class Command(BaseCommand):
    """Queue a re-reading of every published revision, and say in the end what came of it."""

    help = "用现在的解析器重新读取已发布的文件；结果不同的存为新草稿待核对，已发布的内容不变。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Say whether to read again what this parser has read already, and whether to wait."""
        parser.add_argument("--all", action="store_true", help="同一版本解析器读过的也重新读取")
        parser.add_argument("--no-wait", action="store_true", help="只排队，不等结果")

    def handle(self, *args: Any, **options: Any) -> None:
        """Queue, wait and sum up."""
        published = Revision.objects.published().select_related("disclosure__unit").order_by("pk")
        wanted = published if options["all"] else published.exclude(parser_version=PARSER_VERSION)
        jobs = [job for revision in wanted.iterator() if (job := reread(revision, by=None))]
        self.stdout.write(f"{len(jobs)} 份已排队，由后台程序（manage.py worker）读取。")
        if jobs and not options["no_wait"]:
            self._wait([job.pk for job in jobs])
            self._sum_up([job.pk for job in jobs])

    def _wait(self, jobs: Sequence[int]) -> None:
        """Show how far the queue is until it is done."""
        left = len(jobs)
        while left:
            time.sleep(LOOK_SECONDS)
            sweep()
            now = Job.objects.filter(pk__in=jobs, stage__in=UNFINISHED).count()
            if now != left:
                self.stderr.write(f"[{len(jobs) - now}/{len(jobs)}]")
            left = now

    def _sum_up(self, jobs: Sequence[int]) -> None:
        done = Job.objects.filter(pk__in=jobs).select_related("revision__disclosure__unit", "rereads__disclosure__unit")
        changed = [job for job in done if job.stage == Stage.STORED and job.revision is not None]
        failed = [job for job in done if job.stage != Stage.STORED]
        same = len(jobs) - len(changed) - len(failed)
        self.stdout.write(f"没有变化 {same} 份，有变化（新草稿）{len(changed)} 份，未能读取 {len(failed)} 份。")
        for job in changed:
            self.stdout.write(f"  新草稿 {job.revision}")
        for job in failed:
            self.stdout.write(f"  {job.rereads}：{job.message or job.get_stage_display()}")
