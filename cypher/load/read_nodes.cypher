// All nodes but the data set's own, as they are.
MATCH (n)
WHERE NOT n:DataSet
RETURN elementId(n) AS element, labels(n)[0] AS kind, properties(n) AS properties
