// Assignments granted at a VO, or limited to a unit, that nothing declares or that has ended.
MATCH (:DataSet {state: 'published'})
WITH date($day) AS day
MATCH (a:Assignment {declared: true})-[p:GRANTED_AT|LIMITED_TO]->(target)
WHERE all(last IN coalesce(target.valid_to, []) WHERE last < day)
WITH a, p, target, CASE WHEN target:VO THEN 'vo' ELSE 'unit' END AS what
RETURN a.id AS assignment,
       CASE what WHEN 'vo' THEN target.id END AS vo,
       CASE what WHEN 'unit' THEN target.id END AS unit,
       what + CASE WHEN target.declared THEN '_ended' ELSE '_missing' END AS kind,
       collect(p {.file, .line}) AS places
