// Ends the transaction of a sync: the next version, if the announcement still stands.
MATCH (d:DataSet {key: 'graphauth'})
SET d.lock = $writer
WITH d
WHERE d.version = $version AND d.state = 'syncing' AND d.writer = $writer
SET d.version = $version + 1, d.fingerprint = $fingerprint, d.files = $files, d.skipped = $skipped, d.days = $days
RETURN d.version AS version
