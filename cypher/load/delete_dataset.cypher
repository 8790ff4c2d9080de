// Deletes the data set's own node, once nothing else is left.
MATCH (d:DataSet {key: 'graphauth', state: 'loading'})
WHERE NOT EXISTS { MATCH (n) WHERE NOT n:DataSet }
DELETE d
