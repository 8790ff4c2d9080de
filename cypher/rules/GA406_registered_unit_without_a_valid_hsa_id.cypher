// Units that are registered at the system under an id that does not have the form of an HSA-id.
MATCH (:DataSet {state: 'published'})
WITH date($day) AS day
MATCH (u:Unit)-[n:REGISTERED_AT]->(s:System {id: $system})
WHERE n.valid_from <= day AND day <= n.valid_to
  AND NOT (u.id =~ 'SE[0-9]{10}-[A-Za-z0-9]+' AND size(u.id) <= 31)
RETURN u.id AS unit, s.id AS system, collect(n {.file, .line}) AS places
