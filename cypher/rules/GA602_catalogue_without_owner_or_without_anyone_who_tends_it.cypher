// Declared catalogues without an owner, with one that is no valid VO, or that nobody tends.
MATCH (:DataSet {state: 'published'})
WITH date($day) AS day
MATCH (c:Catalogue {declared: true})
OPTIONAL MATCH (v:VO {id: c.owner_vo_id, declared: true})
WHERE any(i IN range(0, size(v.valid_from) - 1) WHERE v.valid_from[i] <= day AND day <= v.valid_to[i])
UNWIND [
  CASE WHEN c.owner_vo_id = '' THEN 'no_owner' WHEN v IS NULL THEN 'owner_gone' END,
  CASE c.managed_by WHEN '' THEN 'untended' END
] AS kind
WITH c, kind
WHERE kind IS NOT NULL
RETURN c.id AS catalogue, CASE kind WHEN 'owner_gone' THEN c.owner_vo_id END AS vo, kind,
       [c {.file, .line}] AS places
