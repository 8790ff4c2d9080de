// The units that one of the VOs owns, on whatever day.
MATCH (:DataSet {state: 'published'})
UNWIND $vos AS vo
MATCH (:VO {id: vo})-[:OWNS]->(u:Unit)
RETURN DISTINCT u.id AS id
ORDER BY id
