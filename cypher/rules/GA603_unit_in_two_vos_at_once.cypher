// Units whose valid rows name different VOs.
MATCH (:DataSet {state: 'published'})
WITH date($day) AS day
MATCH (u:Unit {declared: true})
UNWIND range(0, size(u.valid_from) - 1) AS row
WITH day, u, row
WHERE u.valid_from[row] <= day AND day <= u.valid_to[row]
WITH u, u.vo_id[row] AS vo, collect({file: u.file[row], line: u.line[row]}) AS places
ORDER BY vo
WITH u, collect({vo: vo, places: places}) AS owners
WHERE size(owners) > 1
UNWIND tail(owners) AS other
RETURN u.id AS unit, owners[0].vo AS vo, other.vo AS other,
       other.places + owners[0].places[..1] AS places
