"""Keep a picture of every page that somebody looked at, beside the files and under their content's name."""

from __future__ import annotations

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from disclosures.models import RevisionFile
from disclosures.reading.picture import PageSize, page_picture, page_size

FOLDER = "page-pictures"
# A new number where pages are drawn differently: the old pictures are then never asked for again.
EDITION = 2
# How every whole PNG ends; a picture that another process is still writing does not.
END_OF_PICTURE = b"IEND\xaeB`\x82"
PDF = "application/pdf"


def has_pictures(file: RevisionFile) -> bool:
    """Tell whether a file's pages can be shown as pictures."""
    return file.media_type == PDF


def picture_tag(file: RevisionFile, page: int) -> str:
    """Return what stays the same as long as the picture does."""
    return f"{file.sha256}-{page}-{EDITION}"


def kept_picture(file: RevisionFile, page: int) -> bytes:
    """Return the picture of a page, counted from 1; it is drawn the first time only.

    Raises ``UnreadableFile`` where the file has no such page.
    """
    name = f"{_folder(file.sha256)}/{page}-{EDITION}.png"
    try:
        with default_storage.open(name) as kept:
            picture: bytes = kept.read()
        if picture.endswith(END_OF_PICTURE):
            return picture
    except FileNotFoundError:
        pass
    picture = page_picture(_content(file), page)
    _keep(name, picture)
    return picture


def size_of_page(file: RevisionFile, page: int) -> PageSize:
    """Return the size of a page in points."""
    return page_size(_content(file), page)


def remove_pictures(sha256: str) -> None:
    """Remove the pictures of a file that is given up."""
    folder = _folder(sha256)
    try:
        _folders, names = default_storage.listdir(folder)
    except FileNotFoundError:
        return
    for name in names:
        default_storage.delete(f"{folder}/{name}")


def _keep(name: str, picture: bytes) -> None:
    """Store a picture, unless another request was faster."""
    if not default_storage.exists(name):
        stored = default_storage.save(name, ContentFile(picture))
        if stored != name:
            default_storage.delete(stored)


def _folder(sha256: str) -> str:
    return f"{FOLDER}/{sha256[:2]}/{sha256}"


def _content(file: RevisionFile) -> bytes:
    with file.file.open("rb") as stored:
        content: bytes = stored.read()
    return content
