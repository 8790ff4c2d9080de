// Publishes a data set that was loaded whole.
MATCH (d:DataSet {key: 'graphauth'})
SET d.lock = $writer
WITH d
WHERE d.state = 'loading' AND d.fingerprint = $fingerprint AND d.loaded = $loaded
SET d.state = 'published', d.version = d.version + 1
RETURN d.version AS version
