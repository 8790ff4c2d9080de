// Marks an empty database, or one that was emptied, as one that a data set is being loaded into.
MERGE (d:DataSet {key: 'graphauth'})
ON CREATE SET d.state = 'loading', d.version = 0, d.fingerprint = ''
WITH d
WHERE d.state = 'loading' AND d.fingerprint = ''
SET d.schema = $schema, d.loaded = 0, d.fingerprint = $fingerprint, d.files = $files, d.skipped = $skipped, d.days = $days
RETURN d.fingerprint AS fingerprint
