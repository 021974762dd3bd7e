"""Answer programs with the figures that the pages show: read only, exact, each with its source."""

from disclosures.api.site import api

__all__ = ["api"]
