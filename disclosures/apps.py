"""Register the app 明账 with Django, and its groups with every database that is migrated."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class DisclosuresConfig(AppConfig):
    name = "disclosures"
    verbose_name = "明账"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Set up the groups after each migration, where a test has emptied the database too."""
        from disclosures.permissions import set_up_groups

        post_migrate.connect(set_up_groups, sender=self)
