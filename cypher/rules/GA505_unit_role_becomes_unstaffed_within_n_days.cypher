// Unit-roles that are held on the day, and the first day within $days on which nobody holds them.
MATCH (:DataSet {state: 'published'})
WITH date($day) AS day
MATCH (u:Unit {declared: true})-[o:OFFERS]->(r:Role {declared: true})
WHERE o.valid_from <= day AND day <= o.valid_to
  AND any(i IN range(0, size(u.valid_from) - 1) WHERE u.valid_from[i] <= day AND day <= u.valid_to[i])
  AND EXISTS {
    MATCH (e:Employee {declared: true})-[g:HAS_ROLE]->(r)
    WHERE g.valid_from <= day AND day <= g.valid_to
      AND any(i IN range(0, size(e.valid_from) - 1) WHERE e.valid_from[i] <= day AND day <= e.valid_to[i])
  }
WITH DISTINCT day, u, r
UNWIND range(1, $days) AS ahead
WITH day + duration({days: ahead}) AS day, u, r
MATCH (u)-[o:OFFERS]->(r)
WHERE o.valid_from <= day AND day <= o.valid_to
  AND any(i IN range(0, size(u.valid_from) - 1) WHERE u.valid_from[i] <= day AND day <= u.valid_to[i])
  AND NOT EXISTS {
    MATCH (e:Employee {declared: true})-[g:HAS_ROLE]->(r)
    WHERE g.valid_from <= day AND day <= g.valid_to
      AND any(i IN range(0, size(e.valid_from) - 1) WHERE e.valid_from[i] <= day AND day <= e.valid_to[i])
  }
WITH u, r, day, collect(o {.file, .line}) AS places
ORDER BY day
WITH u, r, collect({day: day, places: places})[0] AS first
RETURN u.id AS unit, r.id AS role, first.day AS unstaffed_from, first.places AS places
