"""Lay out the API's description as a page of this site: what there is to ask, with a form to try each question."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from ninja import NinjaAPI
from ninja.openapi.docs import DocsBase

# The description's names for sorts of values, in words.
SORTS: Mapping[str, str | Promise] = {
    "string": _("文本"),
    "integer": _("整数"),
    "number": _("数字"),
    "boolean": _("真假"),
    "array": _("列表"),
    "object": _("对象"),
}
# Lists in lists in lists are described where they stand alone.
DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a question."""

    name: str
    about: str
    choices: tuple[str, ...] = ()
    default: str = ""
    example: str = ""


@dataclass(frozen=True, slots=True)
class Member:
    """A member of an answer; ``depth`` counts what it stands in."""

    name: str
    sort: str | Promise
    about: str
    may_be_null: bool
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Call:
    """One question that the API answers."""

    path: str
    name: str
    about: str
    part: str
    parameters: tuple[Parameter, ...]
    members: tuple[Member, ...]

    @property
    def anchor(self) -> str:
        """Return the call's name in the page's address."""
        return self.path.strip("/").replace("/", "-").replace("{", "").replace("}", "")

    @property
    def can_be_tried(self) -> bool:
        """Tell whether a form can ask it: its path has nothing to fill in."""
        return "{" not in self.path


class Handbook(DocsBase):
    """The page that describes the API; it needs no script, and nothing from elsewhere."""

    def render_page(self, request: HttpRequest, api: NinjaAPI, **arguments: Any) -> HttpResponse:
        """Show what there is to ask."""
        schema = api.get_openapi_schema(path_prefix="", path_params=arguments)
        root = request.build_absolute_uri(api.get_root_path(arguments)).rstrip("/")
        context = {"api": api, "root": root, "calls": list(calls(schema)), "openapi": self.get_openapi_url(api, {})}
        return render(request, "disclosures/api.html", context)


def calls(schema: Mapping[str, Any]) -> Iterator[Call]:
    """Yield what an API answers."""
    schemas = schema["components"]["schemas"]
    for path, methods in schema["paths"].items():
        said = methods["get"]
        answer = said["responses"][200]["content"]["application/json"]["schema"]
        yield Call(
            path=path,
            name=said["summary"],
            about=said["description"],
            part=said["tags"][0],
            parameters=tuple(_parameter(one, schemas) for one in said["parameters"] if one["in"] == "query"),
            members=tuple(_members(answer, schemas, 0)),
        )


def _parameter(said: Mapping[str, Any], schemas: Mapping[str, Any]) -> Parameter:
    shape, _null = _resolved(said["schema"], schemas)
    return Parameter(
        name=said["name"],
        about=said.get("description", ""),
        choices=tuple(one for one in shape.get("enum", ()) if one),
        default=str(said["schema"].get("default", "")),
        example=str(next(iter(said["schema"].get("examples", ())), "")),
    )


def _members(shape: Mapping[str, Any], schemas: Mapping[str, Any], depth: int) -> Iterator[Member]:
    """Yield the members of an answer, each with what it holds below it."""
    shape, _null = _resolved(shape, schemas)
    if shape.get("type") == "array":
        yield from _members(shape["items"], schemas, depth)
    for name, said in shape.get("properties", {}).items():
        inner, may_be_null = _resolved(said, schemas)
        sort = SORTS.get(inner.get("type", ""), "")
        yield Member(name, sort, said.get("description", ""), may_be_null, depth)
        if depth < DEEPEST:
            yield from _members(inner, schemas, depth + 1)


def _resolved(shape: Mapping[str, Any], schemas: Mapping[str, Any]) -> tuple[Mapping[str, Any], bool]:
    """Return what a shape refers to, and whether null may stand in its place."""
    options: Sequence[Mapping[str, Any]] = shape.get("anyOf", shape.get("allOf", [shape]))
    real = [one for one in options if one.get("type") != "null"]
    found = real[0] if real else shape
    if "$ref" in found:
        found = schemas[found["$ref"].rsplit("/", 1)[-1]]
    return found, len(real) < len(options)
