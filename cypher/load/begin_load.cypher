// Marks an empty database as one that a data set is being loaded into.
MERGE (d:DataSet {key: 'graphauth'})
ON CREATE SET d.schema = $schema, d.state = 'loading', d.version = 0, d.loaded = 0, d.fingerprint = $fingerprint,
  d.files = $files, d.skipped = $skipped, d.days = $days
RETURN d.state AS state, d.fingerprint AS fingerprint
