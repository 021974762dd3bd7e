"""Read files in a process of its own, with limits of time, memory and pages: a bad file cannot take the site along."""

from __future__ import annotations

import multiprocessing
import os
import resource
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from typing import Any

from disclosures.evidence import SourceDocument
from disclosures.meanings import NO_MEANINGS, Meanings
from disclosures.pipeline import ReadDisclosure, read_disclosure, understand
from disclosures.reading import UnreadableFile
from disclosures.recognition.statements import Identity

# Python of its own: a fork would share the database connection and whatever locks a thread holds.
SPAWN = multiprocessing.get_context("spawn")
# How often the caller hears that the reading goes on, and may stop it.
TICK_SECONDS = 1.0
# A process is replaced after so many files: what a library leaks stays small.
FILES_A_PROCESS = 50
ORPHAN_CHECK_SECONDS = 1.0

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost."""

    seconds: int = 600
    megabytes: int = 2048
    pages: int = 1000


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a file was not read, with a stable code and in words for the clerk."""

    code: str
    message: str

    @property
    def is_limit(self) -> bool:
        """Tell whether the file cost more than it may."""
        return self.code.startswith("limit.")

    @property
    def is_final(self) -> bool:
        """Tell whether reading the same bytes again cannot end otherwise."""
        return self.code.startswith("unreadable.")


@dataclass(frozen=True, slots=True)
class _Request:
    """A file to be read, or one that was read and is to be understood anew."""

    content: bytes | SourceDocument
    name: str
    corrections: Identity | None
    meanings: Meanings = NO_MEANINGS


@dataclass(frozen=True, slots=True)
class _Step:
    stage: str
    done: int
    total: int


class Interrupted(Exception):
    """Whoever asked does not want the result any more."""


class Reader:
    """A process that reads one file after another; it is replaced when a file breaks it or a limit is hit."""

    def __init__(self, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()
        self._process: SpawnProcess | None = None
        self._connection: Connection[Any, Any] | None = None
        self._files = 0

    def read(
        self,
        content: bytes,
        name: str,
        *,
        corrections: Identity | None = None,
        progress: Progress | None = None,
        wanted: Callable[[], bool] | None = None,
    ) -> ReadDisclosure | Refusal:
        """Return what a file says, or why it could not be read.

        ``wanted`` is asked about once a second; raises ``Interrupted`` where it says no.
        """
        return self._ask(_Request(content, name, corrections), progress, wanted)

    def understand(
        self,
        source: SourceDocument,
        *,
        corrections: Identity | None = None,
        meanings: Meanings = NO_MEANINGS,
        progress: Progress | None = None,
        wanted: Callable[[], bool] | None = None,
    ) -> ReadDisclosure | Refusal:
        """Return what a file that was read says, with what people said of its tables and columns."""
        return self._ask(_Request(source, source.name, corrections, meanings), progress, wanted)

    def _ask(
        self, request: _Request, progress: Progress | None, wanted: Callable[[], bool] | None
    ) -> ReadDisclosure | Refusal:
        connection = self._started()
        try:
            connection.send(request)
            answer = self._answer(connection, progress, wanted)
        except (EOFError, OSError):
            answer = self._death()
        except BaseException:
            self.close()
            raise
        self._files += 1
        if self._files >= FILES_A_PROCESS or (isinstance(answer, Refusal) and answer.is_limit):
            self.close()  # whatever a library holds on to goes with the process
        return answer

    def close(self) -> None:
        """End the process at once."""
        if self._process is not None and self._connection is not None:
            self._process.kill()
            self._process.join()
            self._connection.close()
        self._process = self._connection = None
        self._files = 0

    def _started(self) -> Connection[Any, Any]:
        if self._connection is None or self._process is None or not self._process.is_alive():
            self.close()
            ours, theirs = SPAWN.Pipe()
            self._process = SPAWN.Process(target=_serve, args=(theirs, self.limits, os.getpid()), daemon=True)
            self._process.start()
            theirs.close()
            self._connection = ours
        return self._connection

    def _answer(
        self, connection: Connection[Any, Any], progress: Progress | None, wanted: Callable[[], bool] | None
    ) -> ReadDisclosure | Refusal:
        deadline = time.monotonic() + self.limits.seconds
        asked_at = 0.0
        while True:
            if connection.poll(TICK_SECONDS):
                said = connection.recv()
                if isinstance(said, ReadDisclosure | Refusal):
                    return said
                if progress:
                    progress(said.stage, said.done, said.total)
            now = time.monotonic()
            if wanted and now - asked_at >= TICK_SECONDS:
                asked_at = now
                if not wanted():
                    raise Interrupted
            if now > deadline:
                self.close()
                return Refusal("limit.time", _too_slow(self.limits.seconds))

    def _death(self) -> Refusal:
        """Say how the process ended without an answer."""
        code = None
        if self._process is not None:
            self._process.join(TICK_SECONDS)
            code = self._process.exitcode
        self.close()
        return Refusal(
            "reader.died", f"读取程序在处理此文件时意外终止（代码 {code}）。请重试；若再次失败，请交给管理员。"
        )


def _serve(connection: Connection[Any, Any], limits: Limits, parent: int) -> None:
    """Read what is asked for until nobody asks any more."""
    _limit_memory(limits.megabytes)
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    while True:
        try:
            request: _Request = connection.recv()
            connection.send(_read(request, connection, limits))
        except EOFError:
            return
        except MemoryError:  # also where the file alone, or what was read from it, is too much
            connection.send(Refusal("limit.memory", _too_big(limits.megabytes)))


def _read(request: _Request, connection: Connection[Any, Any], limits: Limits) -> ReadDisclosure | Refusal:
    def progress(stage: str, done: int, total: int) -> None:
        if stage == "reading" and total > limits.pages:
            raise UnreadableFile("too_many_pages", pages=total, limit=limits.pages)
        connection.send(_Step(stage, done, total))

    try:
        if isinstance(request.content, SourceDocument):
            return understand(request.content, progress, request.corrections, request.meanings)
        return read_disclosure(request.content, request.name, progress, request.corrections, request.meanings)
    except UnreadableFile as trouble:
        return Refusal(trouble.code, trouble.message)
    except MemoryError:
        return Refusal("limit.memory", _too_big(limits.megabytes))


def _limit_memory(megabytes: int) -> None:
    size = megabytes * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (size, size))


def _end_with(parent: int) -> None:
    """End this process when the one that started it is gone, even by force."""
    while os.getppid() == parent:
        time.sleep(ORPHAN_CHECK_SECONDS)
    os._exit(1)


def _too_slow(seconds: int) -> str:
    return f"读取超过 {seconds // 60} 分钟仍未完成，已停止。请把文件拆分后上传，或改传 Excel。"


def _too_big(megabytes: int) -> str:
    return f"读取此文件需要的内存超过 {megabytes} MB，已停止。请把文件拆分后上传，或压缩其中的图片。"
