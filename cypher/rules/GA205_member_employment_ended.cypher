// Memberships that hold, of employees all of whose rows have ended.
MATCH (:DataSet {state: 'published'})
WITH date($day) AS day
MATCH (e:Employee {declared: true})
WHERE all(last IN e.valid_to WHERE last < day)
MATCH (e)-[h:HOLDS]->(a:Assignment)
WHERE h.valid_from <= day AND day <= h.valid_to
RETURN a.id AS assignment, e.id AS employee, collect(h {.file, .line}) AS places
