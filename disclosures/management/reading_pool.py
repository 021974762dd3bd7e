"""Read many files in several processes at once, within the limits that uploads have."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path

from disclosures.apart import Limits, Reader, Refusal
from disclosures.pipeline import ReadDisclosure

Result = tuple[Path, bytes, ReadDisclosure | Refusal]
# What a reader hands over, and how it hears that this was dealt with.
_Done = tuple[Result, threading.Event]


def read_all(files: Iterable[Path], readers: int, limits: Limits | None = None) -> Iterator[Result]:
    """Yield each file's content with what was read from it, as soon as it is read.

    A reader takes its next file when the caller has dealt with its last one: however slowly that goes (a database far
    away), no more than one result a reader waits in memory, and the processors are not asked for more than that.
    """
    waiting: queue.SimpleQueue[Path] = queue.SimpleQueue()
    done: queue.SimpleQueue[_Done | BaseException | None] = queue.SimpleQueue()
    for file in sorted(files, key=lambda path: -path.stat().st_size):
        waiting.put(file)  # the longest first, so that in the end no reader waits for another
    threads = [
        threading.Thread(target=_work, args=(Reader(limits), waiting, done), daemon=True) for _ in range(readers)
    ]
    for thread in threads:
        thread.start()
    ended = 0
    while ended < readers:
        told = done.get()
        if isinstance(told, BaseException):
            raise told
        if told is None:
            ended += 1
        else:
            result, dealt_with = told
            yield result
            dealt_with.set()


def _work(
    reader: Reader, waiting: queue.SimpleQueue[Path], done: queue.SimpleQueue[_Done | BaseException | None]
) -> None:
    """Read file after file in a process of its own; a thread here only waits for it."""
    try:
        while True:
            path = waiting.get_nowait()
            content, dealt_with = path.read_bytes(), threading.Event()
            done.put(((path, content, reader.read(content, path.name)), dealt_with))
            dealt_with.wait()
    except queue.Empty:
        done.put(None)
    except OSError as trouble:
        done.put(trouble)
    finally:
        reader.close()
