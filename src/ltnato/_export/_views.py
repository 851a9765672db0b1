"""The views of the database, one for each common question."""

from __future__ import annotations

#: The statement of each view, by its name.
VIEWS = {
    "chronology": """
SELECT event_id, date_edtf AS date, start_date, end_date, category, title_en, title_lt,
  place_names_en, place_names_lt, is_key, trust
FROM events
ORDER BY start_date IS NULL AND end_date IS NULL, coalesce(start_date, end_date),
  coalesce(end_date, '9999-12-31'), date_edtf, day_order, event_id
""",
    "who_took_part": """
SELECT e.event_id, e.date_edtf AS date, e.title_en, e.title_lt, p.outcome_id, p.role, p.actor_id,
  p.actor_name_en, p.actor_name_lt, p.capacity_id, p.capacity_name_en, p.capacity_name_lt,
  p.post_id, p.post_name_en, p.post_name_lt,
  p.on_behalf_of_id, p.on_behalf_of_name_en, p.on_behalf_of_name_lt
FROM participations AS p JOIN events AS e USING (event_id)
""",
    # Members on the last day of each year, up to the day to which the data tell.
    "members_by_year": """
WITH RECURSIVE
told(last) AS (SELECT substr(as_of_start_date, 1, 4) + 0 FROM dataset),
years(year) AS (
  SELECT min(substr(start_date, 1, 4)) + 0 FROM relations WHERE kind = 'member-of'
  UNION ALL
  SELECT year + 1 FROM years, told WHERE year < last
)
SELECT r.object_id AS of_id, r.object_name_en AS of_name_en, r.object_name_lt AS of_name_lt,
  y.year, count(DISTINCT r.subject_id) AS members
FROM years AS y JOIN relations AS r ON r.kind = 'member-of'
  AND r.start_date <= y.year || '-12-31'
  AND (r.end_date >= y.year || '-12-31' OR r.date_edtf LIKE '%/..')
GROUP BY r.object_id, y.year
ORDER BY r.object_id, y.year
""",
    "terms_of_office": """
SELECT object_id AS office_id, object_name_en AS office_name_en, object_name_lt AS office_name_lt,
  subject_id AS holder_id, subject_name_en AS holder_name_en, subject_name_lt AS holder_name_lt,
  role, date_edtf AS term, start_date, end_date
FROM relations WHERE kind = 'holds-office'
ORDER BY object_id, start_date, end_date
""",
    # Of several editions of a value, the newest.
    "spending": """
SELECT actor_id, actor_name_en, actor_name_lt, year, indicator, value, unit, is_estimate,
  edition_date_edtf AS edition
FROM observations AS o
WHERE NOT EXISTS (
  SELECT 1 FROM observations AS newer
  WHERE newer.indicator = o.indicator AND newer.actor_id = o.actor_id AND newer.year = o.year
    AND newer.edition_start_date > o.edition_start_date
)
ORDER BY indicator, actor_id, year
""",
    "disagreements": """
SELECT record_id, field, status, stated, adopted, reason_en, reason_lt
FROM discrepancies
ORDER BY status, record_id, field
""",
}
