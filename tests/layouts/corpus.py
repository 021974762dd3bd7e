"""All documents of the corpus, by the module that writes their tables."""

from tests.layouts.accounts_ministry import MINISTRY
from tests.layouts.accounts_places import COLLEGE, PLACES
from tests.layouts.budgets_central import CENTRAL
from tests.layouts.budgets_cities import BEIJING, CHONGQING
from tests.layouts.budgets_integrated import HENAN, INTEGRATED
from tests.layouts.budgets_mixed import MIXED
from tests.layouts.budgets_odd import ODD, TOWN, UNIVERSITY
from tests.layouts.budgets_south import GUANGDONG, SICHUAN
from tests.layouts.budgets_west import SHAANXI, XINJIANG

BUDGETS = (
    CENTRAL, INTEGRATED, HENAN, BEIJING, CHONGQING, GUANGDONG, SICHUAN, SHAANXI, XINJIANG, ODD, UNIVERSITY, TOWN, MIXED,
)  # fmt: skip
ACCOUNTS = (MINISTRY, PLACES, COLLEGE)
DOCUMENTS = (*BUDGETS, *ACCOUNTS)
