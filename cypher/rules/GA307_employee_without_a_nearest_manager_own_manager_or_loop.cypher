// Valid employees without a nearest manager, with themselves or somebody gone as one, or in a loop.
MATCH (:DataSet {state: 'published'})
WITH date($day) AS day
MATCH (e:Employee {declared: true})
UNWIND range(0, size(e.valid_from) - 1) AS row
WITH day, e, row, e.manager_id[row] AS manager
WHERE e.valid_from[row] <= day AND day <= e.valid_to[row]
OPTIONAL MATCH (m:Employee {id: manager, declared: true})
WHERE any(i IN range(0, size(m.valid_from) - 1) WHERE m.valid_from[i] <= day AND day <= m.valid_to[i])
WITH day, e, row, manager, m, CASE
  WHEN manager = '' AND NOT EXISTS {
    MATCH (e)<-[t:REPORTS_TO]-(o:Employee) WHERE t.valid_from <= day AND day <= t.valid_to AND o.id <> e.id
  } THEN 'missing'
  WHEN manager = '' THEN null
  WHEN manager = e.id THEN 'own'
  WHEN m IS NULL THEN 'not_employed'
  WHEN EXISTS {
    MATCH (m) ((:Employee)-[t:REPORTS_TO WHERE t.valid_from <= day AND day <= t.valid_to]->(:Employee)){1,100} (e)
  } THEN 'loop'
END AS kind
WHERE kind IS NOT NULL
RETURN e.id AS employee, CASE WHEN kind IN ['missing', 'own'] THEN null ELSE manager END AS manager,
       kind, collect({file: e.file[row], line: e.line[row]}) AS places
