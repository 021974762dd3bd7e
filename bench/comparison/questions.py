"""Ask by hand, in bare SQL, for what pages and results hold: the least that any program must do."""

# The same facts as a comparison's result holds, asked for by hand: published, in the order of the tables, corrected.
COMPARISON = """
SELECT i.id, i.unit_id, i.fiscal_year, i."function", i.item, i.heading, i.printed, i.page, i.table_id, i.revision_id,
 i.amount_fen, k.id, k.value_fen
FROM disclosures_lineitem i
JOIN disclosures_revision r ON r.id = i.revision_id AND r.state = 'published'
LEFT JOIN disclosures_correction k ON k.line_item_id = i.id AND k.field = 'amount' AND k.reverted_at IS NULL
WHERE i.unit_id IN ({units}) AND i.fiscal_year IN ({years}) AND i.kind = 'budget' AND i.table_kind = 'expenditure'
 AND i.direction = 'expenditure' AND i.phase = 'approved' AND i.fund = 'all' AND i.nature = ''
ORDER BY i.table_id, i."row", i.column_number, i.id
"""
UNIT_PAGE = """
SELECT i.id, i.fiscal_year, i.table_kind, i.direction, i.nature, i."function", i.economic, i.item, i.heading, i.page,
 i.amount_fen
FROM disclosures_lineitem i JOIN disclosures_revision r ON r.id = i.revision_id AND r.state = 'published'
WHERE i.unit_id = {unit} AND i.kind = 'budget' AND i.phase = 'approved'
 AND (i.item <> '' OR (i.fiscal_year = {year} AND i.table_kind IN ('expenditure', 'basic_expenditure_departmental')))
"""
ALL_UNITS = """
SELECT i.unit_id, i."function", i.amount_fen
FROM disclosures_lineitem i JOIN disclosures_revision r ON r.id = i.revision_id AND r.state = 'published'
WHERE i.fiscal_year = {year} AND i.kind = 'budget' AND i.table_kind = 'expenditure' AND i.direction = 'expenditure'
 AND i.phase = 'approved' AND i.fund = 'all' AND i.nature = '' AND LENGTH(i."function") = 3
"""
