// Publishes what a sync that died has left: whoever gets the lock knows that nothing is being applied.
MATCH (d:DataSet {key: 'graphauth'})
SET d.writer = $writer
WITH d
WHERE d.state = 'syncing'
SET d.state = 'published'
RETURN d.version AS version
