"""What gunicorn loads."""

import gc
import os

from django.core.signals import request_finished
from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "budgetsite.settings")

application = get_wsgi_application()

# By default Python looks for garbage after every 700 objects; a comparison makes tens of thousands that are none, and
# a tenth of its time went into looking, at times two thirds. What lasts as long as the process is loaded now and set
# aside; and what a large page leaves is looked for once it has been sent, when nobody waits.
LOOK_AFTER, LEFT_BY_A_LARGE_PAGE = 50_000, 10_000
assert get_resolver().url_patterns
gc.freeze()
gc.set_threshold(LOOK_AFTER)


def look_for_garbage(**_request: object) -> None:
    """Look through what was made since the last time, if it is much."""
    if gc.get_count()[0] > LEFT_BY_A_LARGE_PAGE:
        gc.collect(0)


request_finished.connect(look_for_garbage)
