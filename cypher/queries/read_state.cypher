// What the database holds: the data set's own node; null where it has none.
OPTIONAL MATCH (d:DataSet {key: 'graphauth'})
RETURN d.schema AS schema, d.state AS state, d.version AS version, d.skipped AS skipped, d.files AS files,
  d.fingerprint AS fingerprint, d.loaded AS loaded, coalesce(d.writer, '') AS writer
