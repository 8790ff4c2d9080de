// Units that others replace, and that are still registered, offer roles, or limit assignments.
MATCH (:DataSet {state: 'published'})
WITH date($day) AS day
MATCH (new:Unit)-[s:REPLACES]->(old:Unit)
WHERE new <> old AND s.valid_from <= day AND day <= s.valid_to
CALL (old, day) {
  MATCH (old)-[p:REGISTERED_AT|OFFERS]->()
  WHERE p.valid_from <= day AND day <= p.valid_to
  RETURN p, null AS assignment
  UNION
  MATCH (old)<-[p:LIMITED_TO]-(a:Assignment)
  RETURN p, a.id AS assignment
}
UNWIND [p, s] AS witness
RETURN old.id AS old,
       new.id AS new,
       assignment,
       CASE type(p) WHEN 'REGISTERED_AT' THEN 'registered'
                    WHEN 'OFFERS' THEN 'offers'
                    ELSE 'limits' END AS kind,
       collect(witness {.file, .line}) AS places
