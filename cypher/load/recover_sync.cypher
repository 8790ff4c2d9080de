// Publishes what a sync has left, its own ($writer) or one that died (null): with the lock, nothing is being applied.
MATCH (d:DataSet {key: 'graphauth'})
SET d.lock = coalesce($writer, 'recovery')
WITH d
WHERE d.state = 'syncing' AND ($writer IS NULL OR d.writer = $writer)
SET d.state = 'published'
RETURN d.version AS version
