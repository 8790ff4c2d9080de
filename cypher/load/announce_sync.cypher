// Says that differences are about to be applied, unless somebody else does so, or did since the version.
MATCH (d:DataSet {key: 'graphauth'})
SET d.lock = $writer
WITH d
WHERE d.version = $version AND (d.state = 'published' OR (d.state = 'syncing' AND d.writer = $writer))
SET d.state = 'syncing', d.writer = $writer
RETURN d.version AS version
