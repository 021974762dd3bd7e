"""List every rule once: the site's catalogue shows these tables, and they are what runs."""

from __future__ import annotations

from disclosures.checks.catalogue_across import ACROSS_RULES
from disclosures.checks.catalogue_continuity import PAIR_RULES, PairRule
from disclosures.checks.catalogue_forms import FORM_RULES
from disclosures.checks.catalogue_presentation import PRESENTATION_RULES
from disclosures.checks.catalogue_prose import PROSE_RULES
from disclosures.checks.catalogue_reviews import REVIEW_RULES
from disclosures.checks.catalogue_statements import STATEMENT_RULES
from disclosures.checks.catalogue_tables import TABLE_RULES
from disclosures.checks.catalogue_wording import WORDING_RULES
from disclosures.checks.rule import Rule

RULES: tuple[Rule, ...] = (
    *PRESENTATION_RULES,
    *TABLE_RULES,
    *ACROSS_RULES,
    *PROSE_RULES,
    *STATEMENT_RULES,
    *FORM_RULES,
    *REVIEW_RULES,
    *WORDING_RULES,
)

# With the rules about two files of one unit, which run where both are in the database.
CATALOGUE: tuple[Rule | PairRule, ...] = (*RULES, *PAIR_RULES)
