// Nodes that relationships which hold on the day name and no table declares.
MATCH (:DataSet {state: 'published'})
WITH date($day) AS day
MATCH (a)-[p:HOLDS|HAS_ROLE|REGISTERED_AT|OFFERS|OWNS|USES|PART_OF|ANSWERS_FOR|OPENS]->(b)
WHERE NOT (a.declared AND b.declared)
  AND coalesce(p.valid_from, day) <= day AND day <= coalesce(p.valid_to, day)
  AND (type(p) <> 'OPENS' OR EXISTS { (a)-[:OPENS]->(:System {declared: true}) })
UNWIND [a, b] AS node
WITH p, node
WHERE NOT node.declared
  AND NOT (node:Role AND type(p) = 'HAS_ROLE')
WITH node, collect(DISTINCT p {.file, .line}) AS places
RETURN [labels(node)[0], node.id] AS node,
       size(places) AS count,
       places
