"""The clerk's desk in Django's admin: upload, review, publish; and lists of all that is stored."""

from django.contrib import admin

from disclosures.admin.audit_log import AuditEntryAdmin
from disclosures.admin.lists import DisclosureAdmin, SharedComparisonAdmin
from disclosures.admin.people import AuditedUserAdmin
from disclosures.admin.remembered import AssignedMeaningAdmin
from disclosures.admin.revisions import RevisionAdmin
from disclosures.admin.units import UnitAdmin
from disclosures.admin.uploads import JobAdmin

__all__ = [
    "AssignedMeaningAdmin",
    "AuditEntryAdmin",
    "AuditedUserAdmin",
    "DisclosureAdmin",
    "JobAdmin",
    "RevisionAdmin",
    "SharedComparisonAdmin",
    "UnitAdmin",
]

admin.site.site_header = "明账 数据管理"
admin.site.site_title = "明账 数据管理"
admin.site.index_title = "工作台"
admin.site.empty_value_display = "—"
