// Specialist VOs whose valid rows name a declared catalogue that they don't own.
MATCH (:DataSet {state: 'published'})
WITH date($day) AS day
MATCH (v:VO {declared: true})
UNWIND range(0, size(v.valid_from) - 1) AS row
WITH day, v, row
WHERE v.valid_from[row] <= day AND day <= v.valid_to[row] AND v.care_level[row] = 'specialist'
MATCH (c:Catalogue {id: v.catalogue_id[row], declared: true})
WHERE c.owner_vo_id <> v.id
RETURN v.id AS vo, c.id AS catalogue, collect({file: v.file[row], line: v.line[row]}) AS places
