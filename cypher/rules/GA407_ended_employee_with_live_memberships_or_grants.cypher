// Employees whose employment is over, with memberships or grants that hold.
MATCH (:DataSet {state: 'published'})
WITH date($day) AS day
MATCH (e:Employee {declared: true})
WHERE all(last IN e.valid_to WHERE last < day)
MATCH (e)-[h:HOLDS|HAS_ROLE]->()
WHERE h.valid_from <= day AND day <= h.valid_to
RETURN e.id AS employee, collect(h {.file, .line}) AS places
