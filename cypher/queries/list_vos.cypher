// The VOs that are part of one of the providers ('': of none) by a row that is valid at the day.
MATCH (:DataSet {state: 'published'})
WITH date($day) AS day
MATCH (v:VO)
WHERE v.id IS NOT NULL AND any(i IN range(0, size(v.valid_from) - 1)
  WHERE v.valid_from[i] <= day AND day <= v.valid_to[i] AND v.provider_id[i] IN $providers)
RETURN v.id AS id
ORDER BY id
