// Memberships that say their first day and no last one, and have gone on for more than $days days.
MATCH (:DataSet {state: 'published'})
WITH date($day) AS day
MATCH (e:Employee)-[h:HOLDS]->(a:Assignment)
WHERE h.valid_to = date('9999-12-31') AND h.valid_from > date('0001-01-01')
  AND duration.inDays(h.valid_from, day).days > $days
WITH a, e, h ORDER BY h.file, h.line
WITH a, e, collect(h) AS memberships
RETURN a.id AS assignment, e.id AS employee, toString(memberships[0].valid_from) AS since,
       [h IN memberships | h {.file, .line}] AS places
