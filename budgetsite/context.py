"""Tell every template which face the site has."""

from django.conf import settings
from django.http import HttpRequest


def site(request: HttpRequest) -> dict[str, bool]:
    return {"DEMO": settings.DEMO, "PUBLIC_BROWSING": settings.PUBLIC_BROWSING}
