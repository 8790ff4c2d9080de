// The days from $first to $last on which something starts to hold, or no longer holds.
MATCH (d:DataSet {state: 'published'})
UNWIND d.days AS day
WITH day
WHERE date($first) <= day AND day <= date($last)
RETURN day
ORDER BY day
