"""Say in words what was wrong with a request, and what to do; as JSON, in one form for all errors."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import wraps
from typing import Any, Self

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from ninja import NinjaAPI, Schema
from ninja.errors import AuthenticationError, ValidationError
from pydantic import Field


class ErrorSaid(Schema):
    """What went wrong."""

    code: str = Field(description="bad_request、sign_in、password、not_found 或 gone")
    message: str = Field(description="原因和办法")
    parameter: str | None = Field(None, description="出错的参数")


class ErrorAnswer(Schema):
    """An answer that is no data."""

    error: ErrorSaid = Field(description="错误")


# What every part of the API may answer instead of data.
ERRORS: Mapping[int, type[Schema]] = dict.fromkeys((400, 401, 403, 404, 410), ErrorAnswer)


class Refused(Exception):
    """A question that cannot be answered as it is asked; the message says how to ask."""

    status, code = 400, "bad_request"

    def __init__(self, message: str, parameter: str | None = None) -> None:
        super().__init__(message)
        self.message, self.parameter = message, parameter

    @classmethod
    def unknown(cls, name: str, known: Iterable[str]) -> Self:
        """Return the refusal of a parameter that nobody knows."""
        words = {"name": name, "known": "、".join(known) or _("（没有）")}
        return cls(_("没有参数 %(name)s。可用的参数：%(known)s。") % words, name)


class Gone(Refused):
    """What was asked for was there and is not shown any more."""

    status, code = 410, "gone"


class PasswordNeeded(Refused):
    """A link that opens with a password, which was not given."""

    status, code = 403, "password"


def answer_errors(api: NinjaAPI) -> None:
    """Let an API answer its errors in words."""
    api.add_exception_handler(Refused, _refused)
    api.add_exception_handler(Http404, _not_found)
    api.add_exception_handler(AuthenticationError, _not_signed_in)
    api.add_exception_handler(ValidationError, _not_understood)


def error(status: int, code: str, message: str, parameter: str | None = None) -> HttpResponse:
    """Return an error as JSON."""
    said = ErrorSaid(code=code, message=message, parameter=parameter)
    response = JsonResponse(ErrorAnswer(error=said).model_dump(), json_dumps_params={"ensure_ascii": False})
    response.status_code = status
    return response


def without_parameters(run: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Let a question of one thing refuse the parameters that it does not have."""

    @wraps(run)
    def asked(request: HttpRequest, **named: Any) -> HttpResponseBase:
        name = next(iter(request.GET), None)
        return run(request, **named) if name is None else _refused(request, Refused.unknown(name, ()))

    return asked


def _refused(request: HttpRequest, refusal: Refused | type[Refused]) -> HttpResponse:
    assert isinstance(refusal, Refused)
    return error(refusal.status, refusal.code, refusal.message, refusal.parameter)


def _not_found(request: HttpRequest, trouble: Http404 | type[Http404]) -> HttpResponse:
    return error(404, "not_found", _("没有这条数据，或者它还没有发布。请核对地址和编号。"))


def _not_signed_in(request: HttpRequest, trouble: AuthenticationError | type[AuthenticationError]) -> HttpResponse:
    login = request.build_absolute_uri(reverse("login"))
    return error(401, "sign_in", _("请先登录：%(address)s") % {"address": login})


def _not_understood(request: HttpRequest, trouble: ValidationError | type[ValidationError]) -> HttpResponse:
    """Say of the first parameter that has not its form what it should be."""
    assert isinstance(trouble, ValidationError)
    first = trouble.errors[0]
    name = str(first["loc"][-1])
    say = _FORMS.get(first["type"], _not_so)
    words = {"name": name, "trouble": say(first.get("ctx", {}))}
    return error(400, "bad_request", _("参数 %(name)s %(trouble)s。") % words, name)


_QUOTED = re.compile(r"'([^']*)'")


def _not_so(context: Mapping[str, Any]) -> str:
    return _("写法不对")


def _one_of(context: Mapping[str, Any]) -> str:
    return _("只能是 %(values)s") % {"values": "、".join(_QUOTED.findall(context["expected"]))}


# The validator's kinds of trouble, in words.
_FORMS: Mapping[str, Callable[[Mapping[str, Any]], str]] = {
    "int_parsing": lambda context: _("应为整数"),
    "int_parsing_size": lambda context: _("的数字太大"),
    "greater_than_equal": lambda context: _("不能小于 %(number)s") % {"number": context["ge"]},
    "less_than_equal": lambda context: _("不能大于 %(number)s") % {"number": context["le"]},
    "enum": _one_of,
    "literal_error": _one_of,
    "string_too_long": lambda context: _("最多 %(number)s 字") % {"number": context["max_length"]},
}
