// The employees who hold an assignment at an owner of one of the units, on whatever day.
MATCH (:DataSet {state: 'published'})
UNWIND $units AS unit
MATCH (:Unit {id: unit})<-[:OWNS]-(v:VO)
WITH DISTINCT v
MATCH (v)<-[:GRANTED_AT]-(:Assignment)<-[:HOLDS]-(e:Employee)
RETURN DISTINCT e.id AS id
ORDER BY id
