// Nodes that a relationship which holds on the day names and no table declares.
MATCH (:DataSet {state: 'published'})
WITH date($day) AS day
MATCH (a)-[p:HOLDS|HAS_ROLE|REGISTERED_AT|OFFERS|OWNS|USES|PART_OF|ANSWERS_FOR]->(b)
WHERE NOT (a.declared AND b.declared)
  AND coalesce(p.valid_from, day) <= day AND day <= coalesce(p.valid_to, day)
UNWIND [[a, b], [b, a]] AS ends
WITH p, ends[0] AS node, ends[1] AS by
WHERE NOT node.declared
  AND NOT (node:Role AND type(p) = 'HAS_ROLE')
RETURN [labels(node)[0], node.id] AS node,
       [labels(by)[0], by.id] AS by,
       collect(p {.file, .line}) AS places
