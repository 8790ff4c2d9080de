// The declared roles and their parts.
MATCH (:DataSet {state: 'published'})
WITH 1 AS published
MATCH (r:Role)
WHERE r.id IS NOT NULL AND r.declared
RETURN r.id AS id, r.specialty_id AS specialty_id, r.profession_id AS profession_id, r.capability_id AS capability_id
ORDER BY id
