// The next declared employees in byte order of their ids, $limit of them after $after ('': from the first).
MATCH (:DataSet {state: 'published'})
WITH 1 AS published
MATCH (e:Employee)
WHERE e.id > $after AND e.declared
RETURN e.id AS id
ORDER BY id
LIMIT toInteger($limit)
