"""Fill a database with the demo: groups, accounts, sample disclosures and a shared comparison."""

from __future__ import annotations

import os
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from disclosures.management.demo_accounts import Account, demo_accounts
from disclosures.management.demo_samples import file_samples, sample_files
from disclosures.management.demo_share import demo_share
from disclosures.models import Revision

SAMPLES = Path(settings.BASE_DIR) / "samples" / "documents"


class Command(BaseCommand):
    """Make what is missing of the demo; what is there stays as it is."""

    help = "装入演示数据：三个账号、示例公开文件和一个分享链接；可反复运行，已有的不变。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the way out for whoever lost the passwords, and other samples."""
        parser.add_argument("--reset-passwords", action="store_true", help="为三个演示账号设新密码并显示")
        parser.add_argument("--samples", type=Path, default=SAMPLES, help="示例文件所在的文件夹")

    def handle(self, *args: Any, **options: Any) -> None:
        """Make accounts, file samples, share a comparison, and say where to go."""
        accounts = demo_accounts(reset_passwords=options["reset_passwords"])
        self._file_samples(options["samples"], accounts)
        self._say_accounts(accounts)
        self._say_where_to_go(accounts)

    def _file_samples(self, folder: Path, accounts: dict[str, Account]) -> None:
        files = sample_files(folder)
        if not files:
            self.stderr.write(f"{folder.name}/ 中没有示例文件，网站将是空的。可先运行 make samples，或登录后上传。")
        people = {role: accounts[role].user for role in ("clerk", "reviewer")}
        file_samples(files, **people, say=self.stderr.write)

    def _say_accounts(self, accounts: dict[str, Account]) -> None:
        fresh = {name: account for name, account in accounts.items() if account.password}
        for name, account in fresh.items():
            self.stdout.write(f"  {account.group}  账号 {name}  密码 {account.password}")
        if not fresh:
            names = "、".join(accounts)
            self.stdout.write(f"  演示账号 {names} 已存在；忘记密码可运行 manage.py demo --reset-passwords")

    def _say_where_to_go(self, accounts: dict[str, Account]) -> None:
        address = f"http://127.0.0.1:{os.environ.get('PORT') or '8000'}"
        self.stdout.write(f"  已发布 {Revision.objects.published().count()} 份公开文件：{address}/")
        if share := demo_share(accounts["clerk"].user):
            self.stdout.write(f"  分享链接示例：{address}{share.get_absolute_url()}")
