// Assignments that nobody is a member of on the day, nor on a later one.
MATCH (:DataSet {state: 'published'})
WITH date($day) AS day
MATCH (a:Assignment {declared: true})
WHERE NOT EXISTS { MATCH (a)<-[h:HOLDS]-() WHERE h.valid_to >= day }
RETURN a.id AS assignment, [a {.file, .line}] AS places
