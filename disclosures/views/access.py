"""Let into the pages whoever may browse; ask others to sign in first."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponseBase

from disclosures.permissions import may_browse

Parameters = ParamSpec("Parameters")
View = Callable[Concatenate[HttpRequest, Parameters], HttpResponseBase]


def browsing_required(view: View[Parameters]) -> View[Parameters]:
    """Ask visitors to sign in first, unless browsing is public."""

    @wraps(view)
    def checked(request: HttpRequest, /, *args: Parameters.args, **kwargs: Parameters.kwargs) -> HttpResponseBase:
        if may_browse(request.user):
            return view(request, *args, **kwargs)
        return redirect_to_login(request.get_full_path())

    return checked
