// Units that two others replace: of several, the first by its id with each of the rest.
MATCH (:DataSet {state: 'published'})
WITH date($day) AS day
MATCH (u:Unit)-[s:REPLACES]->(old:Unit)
WHERE u <> old AND s.valid_from <= day AND day <= s.valid_to
WITH old, u, collect(s {.file, .line}) AS places
ORDER BY u.id
WITH old, collect({id: u.id, places: places}) AS rivals
UNWIND rivals[1..] AS other
RETURN old.id AS old,
       rivals[0].id AS unit,
       other.id AS other,
       rivals[0].places + other.places AS places
