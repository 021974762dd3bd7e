"""Read what an address asks: every parameter is known and said once, every value has its form."""

from __future__ import annotations

from typing import Annotated, Any, Self

from django.contrib.auth.models import AnonymousUser, User
from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _
from ninja import Schema
from pydantic import ConfigDict, Field, ValidationInfo, model_validator

from disclosures.api.errors import Refused
from disclosures.comparison.addresses import EARLIEST, LATEST
from disclosures.models import Revision, Unit
from disclosures.models.filings import RevisionQuerySet
from disclosures.vocabulary import DisclosureKind, Scope

# What the databases' keys can be; a larger number is no key, and SQLite fails on it.
LARGEST_KEY = 2**63 - 1
Key = Annotated[int, Field(ge=1, le=LARGEST_KEY)]
Year = Annotated[int, Field(ge=EARLIEST, le=LATEST)]
# PostgreSQL refuses the character with the number zero.
Words = Annotated[str, Field(max_length=100, pattern=r"^[^\x00]*$")]
# Classification codes and the names of items.
Code = Annotated[str, Field(pattern=r"^[a-z0-9_:]{1,40}$")]

# One answer is read whole into memory, here and by the reader.
USUAL_ROWS, MOST_ROWS = 100, 1000

Visitor = User | AnonymousUser


class Question(Schema):
    """The parameters of an address; one that nobody knows is refused, since passing over it would answer another."""

    model_config = ConfigDict(extra="forbid")

    @model_validator(mode="before")
    @classmethod
    def known_and_said_once(cls, said: Any, info: ValidationInfo) -> Any:
        """Refuse unknown and repeated parameters; an empty one, as a form sends it, asks nothing."""
        request: HttpRequest = info.context["request"] if info.context else HttpRequest()
        for name, values in request.GET.lists():
            if name not in cls.model_fields:
                raise Refused.unknown(name, cls.model_fields)
            if len(values) > 1:
                raise Refused(_("参数 %(name)s 只能写一次。") % {"name": name}, name)
        return {name: value for name, value in _as_dict(said).items() if value != ""}


def _as_dict(said: Any) -> dict[str, Any]:
    """Return what was said by name, however the framework wraps it."""
    found: dict[str, Any] = getattr(said, "_obj", said)
    return found


class Paged(Question):
    """Part of a list; lists go by key, so that nothing is missed or told twice while others are added."""

    limit: int = Field(USUAL_ROWS, ge=1, le=MOST_ROWS, description=f"每页条数，最多 {MOST_ROWS}")
    after: Key | None = Field(None, description="从这个编号之后开始；照 next 给出的地址取下一页即可")


class Within(Paged):
    """What some revisions hold: a unit's published ones, a disclosure's, or one by its number."""

    unit: Key | None = Field(None, description="单位编号（见 /units）")
    year: Year | None = Field(None, description="公开文件的年度")
    kind: DisclosureKind | None = Field(None, description="公开文件的类别")
    scope: Scope | None = Field(None, description="口径：部门（含下属单位）或单位本身")
    disclosure: Key | None = Field(None, description="公开文件编号（见 /disclosures）")
    revision: Key | None = Field(None, description="版本编号；不写则取已发布的版本")

    @model_validator(mode="after")
    def names_a_place(self) -> Self:
        """Refuse to list everything there is."""
        if self.unit is None and self.disclosure is None and self.revision is None:
            raise Refused(_("请用 unit、disclosure 或 revision 说明要哪个单位、文件或版本的数据。"), "unit")
        return self

    def revisions(self, visitor: Visitor) -> dict[int, int]:
        """Return the revisions asked for, each with its disclosure; what the visitor may not see is not found."""
        seen = Revision.objects.published() if self.revision is None else Revision.objects.visible_to(visitor)
        found = {key: disclosure for key, disclosure, *_filing in narrowed(seen, self).filings()}
        if not found and not (self.revision is None and self.disclosure is None and _is_unit(self.unit)):
            raise Http404
        return found


def narrowed(seen: RevisionQuerySet, asked: Within) -> RevisionQuerySet:
    """Keep the revisions that a question is about."""
    found = seen
    if asked.revision is not None:
        found = found.keyed(asked.revision)
    if asked.disclosure is not None:
        found = found.of_disclosure(asked.disclosure)
    if asked.unit is not None:
        found = found.for_units([asked.unit])
    if asked.year is not None:
        found = found.for_years([asked.year])
    if asked.kind is not None:
        found = found.of_kind(asked.kind)
    return found if asked.scope is None else found.of_scope(asked.scope)


def _is_unit(key: int | None) -> bool:
    return key is not None and Unit.objects.filter(pk=key).exists()
