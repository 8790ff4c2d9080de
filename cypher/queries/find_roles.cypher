// The roles that one of the units offers, on whatever day.
MATCH (:DataSet {state: 'published'})
UNWIND $units AS unit
MATCH (:Unit {id: unit})-[:OFFERS]->(r:Role)
RETURN DISTINCT r.id AS id
ORDER BY id
