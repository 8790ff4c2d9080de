// Declared roles in a catalogue whose owner is not the VO that answers for the role's specialty.
MATCH (:DataSet {state: 'published'})
MATCH (c:Catalogue {declared: true})-[:LISTS]->(r:Role {declared: true})-[:IN_SPECIALTY]->(s:Specialty {declared: true})
WHERE s.vo_id <> '' AND c.owner_vo_id <> '' AND s.vo_id <> c.owner_vo_id
RETURN r.id AS role, s.id AS specialty, c.owner_vo_id AS owner, s.vo_id AS answers,
       [r {.file, .line}] AS places
