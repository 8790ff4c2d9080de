// Takes back what is published, so that nobody reads it while it is deleted.
MATCH (d:DataSet {key: 'graphauth'})
SET d.state = 'loading', d.fingerprint = '', d.loaded = 0, d.skipped = 0, d.files = [], d.days = []
RETURN d.state AS state
