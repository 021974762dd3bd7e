"""Put the API together: its parts, its errors, who may ask, and its handbook."""

from __future__ import annotations

from functools import cache
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import conditional_page
from ninja import NinjaAPI, Router
from ninja.openapi import get_schema
from ninja.openapi.schema import OpenAPISchema
from ninja.renderers import JSONRenderer

from disclosures.api import comparison, figures, filings, findings, line_items, performance, shares, sources, units
from disclosures.api.access import browsing
from disclosures.api.errors import answer_errors
from disclosures.api.handbook import Handbook

ABOUT = "明账的只读数据接口。金额一律为元，写成精确的十进制文本；没有数字的地方是 null，并说明原因，绝不写成 0。"


class ReadableJSON(JSONRenderer):
    """JSON with Chinese as Chinese."""

    json_dumps_params = {"ensure_ascii": False}  # noqa: RUF012 the framework declares it so


@cache
def described(api: NinjaAPI, path_prefix: str) -> OpenAPISchema:
    """Return an API's description, made once: it takes half a second and stays the same while the site runs."""
    return get_schema(api=api, path_prefix=path_prefix)


class DescribedAPI(NinjaAPI):
    """An API that is described once."""

    def get_openapi_schema(
        self, *, path_prefix: str | None = None, path_params: dict[str, Any] | None = None
    ) -> OpenAPISchema:
        """Return the description with the addresses below a prefix, the API's own where none is given."""
        return described(self, self.get_root_path(path_params or {}) if path_prefix is None else path_prefix)


api = DescribedAPI(
    title="明账数据接口",
    version="1",
    description=ABOUT,
    docs=Handbook(),
    urls_namespace="disclosures:api",
    auth=browsing,
    renderer=ReadableJSON(),
)
# Who asks again what has not changed is told so, and not sent it again.
api.add_decorator(conditional_page, mode="view")
answer_errors(api)
elsewhere = Router()


@api.get("/", auth=None, include_in_schema=False, url_name="start")
def start(request: HttpRequest) -> HttpResponse:
    """Lead whoever opens the API's root to its handbook."""
    return redirect("disclosures:api:openapi-view")


@elsewhere.get("/{path:rest}", auth=None, include_in_schema=False, url_name="elsewhere")
def nothing_there(request: HttpRequest, rest: str) -> HttpResponse:
    """Answer in the API's own form where there is nothing to ask."""
    raise Http404(rest)


for part in (units, filings, line_items, sources, figures, performance, findings, comparison, shares):
    api.add_router("", part.router)
api.add_router("", elsewhere)
