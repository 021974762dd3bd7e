"""Read old Word files (DOC, WPS, RTF) and OpenDocument texts by having LibreOffice turn them into DOCX."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from disclosures.reading.outcome import Progress, Reading
from disclosures.reading.refusal import UnreadableFile
from disclosures.reading.word import read_word

# LibreOffice needs some 10 seconds to start; a file that takes longer than this makes it hang.
LONGEST_SECONDS = 120


def read_old_word(content: bytes, progress: Progress | None = None) -> Reading:
    """Return the blocks of an old Word file; without LibreOffice such a file is refused."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        raise UnreadableFile("old_word")
    return read_word(_converted(office, content), progress)


def _converted(office: str, content: bytes) -> bytes:
    """Return the file as DOCX; each run has a profile of its own, or two at a time would block each other."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "source.doc")
        source.write_bytes(content)
        command = [
            office,
            "--headless",
            f"-env:UserInstallation={Path(folder, 'profile').as_uri()}",
            "--convert-to",
            "docx",
            "--outdir",
            folder,
            str(source),
        ]
        try:
            subprocess.run(command, check=True, capture_output=True, timeout=LONGEST_SECONDS)
            return Path(folder, "source.docx").read_bytes()
        except (subprocess.SubprocessError, OSError) as trouble:
            raise UnreadableFile("damaged") from trouble
