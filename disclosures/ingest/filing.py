"""Store one file that was read as a draft revision: everything in one transaction, or nothing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.db.models import Max

from disclosures.ingest.content import store_content
from disclosures.ingest.continuity import check_neighbours
from disclosures.ingest.recognised import recognised_as_json
from disclosures.ingest.storable import storable_text
from disclosures.ingest.stored_files import keep
from disclosures.ingest.unit_matching import find_or_create_supervisor, find_or_create_unit
from disclosures.models import Disclosure, FiscalYear, Revision, RevisionFile, Unit
from disclosures.models.responsibility import units_of
from disclosures.pipeline import PARSER_VERSION, ReadDisclosure
from disclosures.recognition.statements import Identity

# Years that a disclosure can be of; anything else was misread and is asked for.
PLAUSIBLE_YEARS = range(1990, 2101)

REQUIRED = {"unit": "单位", "fiscal_year": "年度", "kind": "类别"}


class AlreadyFiled(Exception):
    """The very same file was filed before; ``revision`` is where it is."""

    def __init__(self, revision: Revision) -> None:
        super().__init__(f"该文件已存在：{revision}。")
        self.revision = revision


class IncompleteIdentity(Exception):
    """A file does not say of whom, of which year or of which kind it is; ``missing`` names the fields."""

    def __init__(self, missing: tuple[str, ...]) -> None:
        super().__init__(f"未能识别{'、'.join(REQUIRED[name] for name in missing)}，请补充。")
        self.missing = missing


class OutsideResponsibility(Exception):
    """A file is of a unit that the person who uploaded it does not answer for."""

    def __init__(self, unit: Unit) -> None:
        super().__init__(f"识别为“{unit}”，不在您负责的单位范围内。请由负责该单位的人员上传，或请管理员调整负责单位。")


def ingest(
    read: ReadDisclosure, *, content: bytes, uploaded_by: User | None, corrections: Identity | None = None
) -> Revision:
    """Store a file with all that was read from it as a new draft, atomically.

    ``corrections`` are the parts of the identity that a person gave (``read`` has taken them up already).
    Raises ``AlreadyFiled``, ``IncompleteIdentity``, ``AmbiguousUnit`` or ``OutsideResponsibility``, and then stores
    nothing.
    """
    with all_or_nothing() as undo:
        refuse_filed(read.source.sha256)
        path = keep(content, read.source.sha256, read.source.name, undo)
        return store_revision(read, path=path, uploaded_by=uploaded_by, corrections=corrections)


@contextmanager
def all_or_nothing() -> Iterator[ExitStack]:
    """Open a transaction; what is pushed on the stack that it yields is done only where the transaction fails."""
    with ExitStack() as undo:
        with transaction.atomic():
            yield undo
        undo.pop_all()


def store_revision(
    read: ReadDisclosure, *, path: str, uploaded_by: User | None, corrections: Identity | None
) -> Revision:
    """Store a new draft whose file lies in the storage already; only inside a transaction."""
    refuse_filed(read.source.sha256)
    disclosure, made = find_disclosure(read.identity, confirmed=corrections is not None)
    refuse_outside(disclosure, uploaded_by)
    revision = Revision.objects.create(
        disclosure=disclosure,
        number=next_number(disclosure),
        parser_version=PARSER_VERSION,
        uploaded_by=uploaded_by,
        recognised=recognised_as_json(read.identity, corrections, made),
    )
    store_content(revision, _file_row(revision, read, path), read)
    check_neighbours(revision)
    return revision


def refuse_outside(disclosure: Disclosure, person: User | None) -> None:
    """Raise ``OutsideResponsibility`` where a person does not answer for the unit."""
    own = None if person is None else units_of(person)
    if own is not None and disclosure.unit_id not in own:
        raise OutsideResponsibility(disclosure.unit)


def refuse_filed(sha256: str) -> None:
    """Raise ``AlreadyFiled`` where a file with this content is stored."""
    filed = RevisionFile.objects.filter(sha256=sha256).select_related("revision__disclosure__unit").first()
    if filed is not None:
        raise AlreadyFiled(filed.revision)


def find_disclosure(identity: Identity, *, confirmed: bool) -> tuple[Disclosure, list[int]]:
    """Return the disclosure of an identity, made where it is new, and the ids of the units that had to be made."""
    if identity.unit is None or identity.fiscal_year is None or identity.kind is None or missing_parts(identity):
        raise IncompleteIdentity(missing_parts(identity))
    found = find_or_create_unit(identity.unit, identity.region, code=identity.unit_code, confirmed=confirmed)
    supervisor = find_or_create_supervisor(identity.supervising_department, found.unit)
    if supervisor and found.unit.supervising_department_id is None and not _supervises(found.unit, supervisor.unit):
        found.unit.supervising_department = supervisor.unit
        found.unit.save(update_fields=["supervising_department"])
    FiscalYear.objects.get_or_create(year=identity.fiscal_year)
    disclosure, _ = Disclosure.objects.get_or_create(
        unit=found.unit, fiscal_year_id=identity.fiscal_year, kind=identity.kind, scope=identity.scope or ""
    )
    return disclosure, [each.unit.pk for each in (found, supervisor) if each and each.is_new]


def missing_parts(identity: Identity) -> tuple[str, ...]:
    """Return which parts of an identity nobody knows, without which nothing can be filed."""
    said = {
        "unit": bool(storable_text(identity.unit).strip()),
        "fiscal_year": identity.fiscal_year in PLAUSIBLE_YEARS,
        "kind": identity.kind is not None,
    }
    return tuple(name for name, is_said in said.items() if not is_said)


def _supervises(unit: Unit, other: Unit) -> bool:
    """Tell whether a unit stands above another, so that they cannot come to supervise each other."""
    seen: set[int] = set()
    above: Unit | None = other
    while above is not None and above.pk not in seen:
        seen.add(above.pk)
        above = above.supervising_department
    return unit.pk in seen


def next_number(disclosure: Disclosure) -> int:
    """Return the next revision's number; the lock makes two uploads at once take two numbers."""
    Disclosure.objects.select_for_update().get(pk=disclosure.pk)
    last: int | None = disclosure.revisions.aggregate(last=Max("number"))["last"]
    return (last or 0) + 1


def _file_row(revision: Revision, read: ReadDisclosure, path: str) -> RevisionFile:
    source = read.source
    file = RevisionFile(
        revision=revision,
        name=storable_text(source.name)[-255:],
        sha256=source.sha256,
        media_type=source.media_type,
        page_count=source.page_count,
    )
    file.file.name = path
    try:
        with transaction.atomic():
            file.save()
    except IntegrityError:
        refuse_filed(source.sha256)
        raise
    return file
