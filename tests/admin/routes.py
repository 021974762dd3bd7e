"""The routes of the site with who may use them: for the public, a reader, a clerk, a clerk of another unit,
a reviewer and the administrator, in this order; and the place in the test's office that a route is about."""

from __future__ import annotations

import re

IN, NO, HIDDEN, LOGIN = "in", "no", "hidden", "login"

EVERYBODY = (IN,) * 6
NOBODY = (HIDDEN,) * 6
SIGNED_IN = (LOGIN, IN, IN, IN, IN, IN)
SIGNED_IN_UNSEEN = (LOGIN, HIDDEN, HIDDEN, HIDDEN, HIDDEN, HIDDEN)
STAFF = (LOGIN, LOGIN, IN, IN, IN, IN)
OWN = (LOGIN, LOGIN, IN, HIDDEN, IN, IN)
OWN_IN_THE_API = (LOGIN, HIDDEN, IN, HIDDEN, IN, IN)
OWN_CHANGE = (LOGIN, LOGIN, IN, HIDDEN, NO, IN)
UPLOADING = (LOGIN, LOGIN, IN, IN, NO, IN)
WITHDRAWING = (LOGIN, LOGIN, NO, NO, IN, IN)
CORRECTING = (LOGIN, NO, IN, NO, IN, IN)
ADMINISTRATOR = (LOGIN, LOGIN, NO, NO, NO, IN)
ADDING_UNITS = (LOGIN, LOGIN, IN, NO, IN, IN)
OWN_SHARE = (LOGIN, HIDDEN, IN, HIDDEN, HIDDEN, HIDDEN)

Row = tuple[str, ...]

ROUTES: dict[str, tuple[str, Row]] = {
    "healthz": ("", EVERYBODY),
    "login": ("", EVERYBODY),
    "logout": ("", EVERYBODY),
    "set_language": ("", EVERYBODY),
    "admin:index": ("", STAFF),
    # The desk
    "admin:disclosures_job_upload": ("", UPLOADING),
    "admin:disclosures_job_upload_one": ("", UPLOADING),
    "admin:disclosures_job_progress": ("", UPLOADING),
    "admin:disclosures_job_confirm": ("", UPLOADING),
    "admin:disclosures_job_complete": ("job", (LOGIN, LOGIN, HIDDEN, HIDDEN, NO, HIDDEN)),  # it is read, not asked for
    "admin:disclosures_job_drop": ("job", OWN_CHANGE),
    "admin:disclosures_job_cancel": ("job", OWN_CHANGE),
    "admin:disclosures_job_retry": ("job", OWN_CHANGE),
    "admin:disclosures_revision_review": ("draft", OWN),
    "admin:disclosures_revision_table": ("draft", OWN),
    "admin:disclosures_revision_file": ("draft", OWN),
    "admin:disclosures_revision_correct": ("draft", OWN_CHANGE),
    "admin:disclosures_revision_merge": ("merge", OWN_CHANGE),
    "admin:disclosures_revision_discard": ("draft", OWN_CHANGE),
    "admin:disclosures_revision_publish": ("draft", OWN),
    "admin:disclosures_revision_withdraw": ("filed", WITHDRAWING),
    "admin:disclosures_revision_reread": ("filed", OWN_CHANGE),
    "admin:disclosures_revision_doubts": ("draft", OWN),
    "admin:disclosures_revision_answer": ("draft", OWN),
    "admin:disclosures_revision_meaning": ("unexplained", OWN),
    "admin:disclosures_revision_table_meaning": ("draft", OWN),
    # The lists
    "admin:disclosures_unit_add": ("", ADDING_UNITS),
    "admin:disclosures_unit_change": ("unit", STAFF),
    "admin:disclosures_unit_delete": ("unit", ADMINISTRATOR),
    # The site
    "disclosures:correct": ("item", CORRECTING),
    "disclosures:correct_text": ("figure", CORRECTING),
    "disclosures:corrections": ("", EVERYBODY),  # a ledger that only insiders see would prove nothing
    "disclosures:corrections_download": ("sheet", EVERYBODY),
    "disclosures:answer_finding": ("finding", CORRECTING),
    "disclosures:take_back_answer": ("finding", CORRECTING),
    "disclosures:join_project": ("project", (NO, NO, HIDDEN, NO, HIDDEN, HIDDEN)),
    "disclosures:part_project": ("project", (NO, NO, IN, NO, IN, IN)),
    "disclosures:create_share": ("", SIGNED_IN),
    "disclosures:share_performance": ("", SIGNED_IN_UNSEEN),
    "disclosures:shares": ("", SIGNED_IN),
    "disclosures:change_share": ("share", OWN_SHARE),
    "disclosures:revoke_share": ("share", OWN_SHARE),
    "disclosures:demo_sign_in": ("", NOBODY),
    "disclosures:money": ("", EVERYBODY),
    "disclosures:share": ("share", EVERYBODY),
    "disclosures:unlock_share": ("share", (NO,) * 6),  # without the password
    "disclosures:embed_share": ("share", EVERYBODY),
    "disclosures:share_picture": ("share", EVERYBODY),
    "disclosures:share_code": ("share", EVERYBODY),
    "disclosures:export_share": ("share", EVERYBODY),
    "disclosures:shared_source": ("share", NOBODY),  # of a figure that the link does not show
    "disclosures:shared_figure": ("share", NOBODY),  # without saying which
    "disclosures:shared_file": ("shared file", NOBODY),  # of a figure that the link does not show
    "disclosures:shared_text_source": ("shared text", NOBODY),  # nor this
    "disclosures:shared_page_picture": ("shared file", NOBODY),  # no PDF
    "disclosures:figure": ("", SIGNED_IN_UNSEEN),  # without saying which
    "disclosures:page_picture": ("file", SIGNED_IN_UNSEEN),  # no PDF
    "disclosures:check": ("", SIGNED_IN),
    "disclosures:checked": ("check", SIGNED_IN_UNSEEN),
    "disclosures:checked_page": ("check", SIGNED_IN_UNSEEN),
    "disclosures:checked_picture": ("check", SIGNED_IN_UNSEEN),
    "disclosures:checked_download": ("check", SIGNED_IN_UNSEEN),
    "disclosures:findings_download": ("", SIGNED_IN),
    "disclosures:revert_correction": ("correction", CORRECTING),
    "disclosures:methods": ("", EVERYBODY),
    "admin:auth_user_password_change": ("user", (LOGIN, LOGIN, NO, NO, NO, IN)),
    "admin:disclosures_revision_change": ("draft", STAFF),
    "disclosures:unit": ("unit", SIGNED_IN),
    "disclosures:disclosure": ("disclosure", SIGNED_IN),
    "disclosures:file": ("file", SIGNED_IN),
    "disclosures:source": ("item", SIGNED_IN),
    "disclosures:text_source": ("figure", SIGNED_IN),
    "disclosures:finding": ("finding", SIGNED_IN),
    "disclosures:indicator": ("indicator", SIGNED_IN),
    "disclosures:unit_cost": ("cost", SIGNED_IN),
    "disclosures:project": ("project", SIGNED_IN),
    "disclosures:export": ("sheet", SIGNED_IN),
    # The API
    "disclosures:api:start": ("", EVERYBODY),
    "disclosures:api:api-root": ("", EVERYBODY),
    "disclosures:api:openapi-view": ("", EVERYBODY),
    "disclosures:api:openapi-json": ("", EVERYBODY),
    "disclosures:api:elsewhere": ("nowhere", NOBODY),
    "disclosures:api:unit": ("unit", SIGNED_IN),
    "disclosures:api:disclosure": ("disclosure", SIGNED_IN),
    "disclosures:api:tables": ("draft", OWN_IN_THE_API),
    "disclosures:api:source": ("item", SIGNED_IN),
    "disclosures:api:share": ("share", EVERYBODY),
    "disclosures:indicator_export": ("sheet", SIGNED_IN),
    "disclosures:project_export": ("sheet", SIGNED_IN),
} | {
    f"disclosures:{page}": ("", SIGNED_IN)
    for page in (
        "home", "units", "findings", "checks", "indicators", "indicator_charts",
        "indicator_quality", "unit_costs", "projects", "compare",
    )
} | {
    f"disclosures:api:{question}": ("", SIGNED_IN)
    for question in (
        "units", "disclosures", "line_items", "figures", "projects", "indicators", "findings", "comparison",
    )
}  # fmt: skip

BY_POST = {
    "logout", "set_language",
    "admin:disclosures_job_upload_one", "admin:disclosures_job_confirm", "admin:disclosures_job_drop",
    "admin:disclosures_job_cancel", "admin:disclosures_job_retry",
    "admin:disclosures_revision_correct", "admin:disclosures_revision_merge", "admin:disclosures_revision_discard",
    "admin:disclosures_revision_publish", "admin:disclosures_revision_reread", "admin:disclosures_revision_answer",
    "disclosures:correct", "disclosures:correct_text", "disclosures:answer_finding", "disclosures:take_back_answer",
    "disclosures:join_project", "disclosures:part_project", "disclosures:create_share",
    "disclosures:unlock_share", "disclosures:revert_correction",
    "disclosures:share_performance", "disclosures:change_share", "disclosures:revoke_share",
    "disclosures:demo_sign_in", "disclosures:money",
}  # fmt: skip


# The admin's own pages of a model, asked for a row that does not exist: whoever may look learns only that.
MODEL_PAGE = re.compile(r"admin:(?P<model>\w+_[a-z]+)_(?P<page>changelist|add|change|delete|history)")
UNSEEN = (LOGIN, LOGIN, HIDDEN, HIDDEN, HIDDEN, HIDDEN)
UNSEEN_BUT_BY_ONE = (LOGIN, LOGIN, NO, NO, NO, HIDDEN)
FORBIDDEN = (LOGIN, LOGIN, NO, NO, NO, NO)
# What comes from documents, uploads and the audit log: looked at by staff, changed by nobody in the admin.
READ_ONLY = {"changelist": STAFF, "add": FORBIDDEN, "change": UNSEEN, "delete": FORBIDDEN, "history": UNSEEN}
# Accounts, groups, sign-ins and the queue's own records.
ONLY_BY_ADMINISTRATORS = {
    "changelist": ADMINISTRATOR, "add": ADMINISTRATOR, "change": UNSEEN_BUT_BY_ONE, "delete": UNSEEN_BUT_BY_ONE,
    "history": UNSEEN,
}  # fmt: skip
OTHERS: dict[str, Row] = {
    "admin:app_list": STAFF,
    "admin:login": EVERYBODY,
    "admin:logout": (IN, IN, IN, IN, IN, IN),
    "admin:password_change": STAFF,
    "admin:password_change_done": STAFF,
    "admin:jsi18n": EVERYBODY,
    "admin:autocomplete": STAFF,
    "admin:view_on_site": STAFF,
    "admin:disclosures_unit_changelist": STAFF,
    "admin:disclosures_unit_history": UNSEEN,
    "admin:disclosures_job_add": UPLOADING,
}
# Axes keeps its records from being added by hand, the queue all that is not its own doing.
BY_NOBODY = re.compile(r"admin:axes_\w+_add|admin:django_tasks_database_\w+_(add|delete)")


def expected_of(route: str) -> Row | None:
    """Return who may use a route; None where nobody has said."""
    if route in ROUTES:
        return ROUTES[route][1]
    if route in OTHERS:
        return OTHERS[route]
    page = MODEL_PAGE.fullmatch(route)
    if page is None:
        return None
    if BY_NOBODY.fullmatch(route):
        return FORBIDDEN
    pages = READ_ONLY if page["model"].startswith("disclosures_") else ONLY_BY_ADMINISTRATORS
    return pages[page["page"]]
