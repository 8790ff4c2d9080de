// Roles that a valid unit offers and that are in no catalogue used by a VO that owns the unit.
MATCH (:DataSet {state: 'published'})
WITH date($day) AS day
MATCH (u:Unit {declared: true})-[o:OFFERS]->(r:Role {declared: true})
WHERE o.valid_from <= day AND day <= o.valid_to
  AND EXISTS {
    MATCH (v:VO {declared: true})-[w:OWNS]->(u)
    WHERE w.valid_from <= day AND day <= w.valid_to
      AND any(i IN range(0, size(v.valid_from) - 1) WHERE v.valid_from[i] <= day AND day <= v.valid_to[i])
  }
  AND NOT EXISTS {
    MATCH (v:VO {declared: true})-[w:OWNS]->(u)
    WHERE w.valid_from <= day AND day <= w.valid_to
      AND any(i IN range(0, size(v.valid_from) - 1)
              WHERE v.valid_from[i] <= day AND day <= v.valid_to[i]
                AND v.catalogue_id[i] = r.catalogue_id)
  }
RETURN u.id AS unit, r.id AS role, r.catalogue_id AS catalogue, collect(o {.file, .line}) AS places
