// Deletes some nodes of a data set that is not published, and what hangs on them.
MATCH (:DataSet {key: 'graphauth', state: 'loading'})
WITH 1 AS taken_back
MATCH (n)
WHERE NOT n:DataSet
WITH n LIMIT toInteger($limit)
DETACH DELETE n
RETURN count(*) AS deleted
