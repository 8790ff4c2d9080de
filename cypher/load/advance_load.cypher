// Counts the rows of one batch, in the batch's own transaction; no row where somebody else has written it.
MATCH (d:DataSet {key: 'graphauth'})
SET d.lock = $writer
WITH d
WHERE d.state = 'loading' AND d.fingerprint = $fingerprint AND d.loaded = $from
SET d.loaded = $to
RETURN d.loaded AS loaded
