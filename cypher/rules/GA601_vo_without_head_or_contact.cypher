// Valid rows of VOs that name no head or no contact, or one who is not a valid employee.
MATCH (:DataSet {state: 'published'})
WITH date($day) AS day
MATCH (v:VO {declared: true})
UNWIND range(0, size(v.valid_from) - 1) AS row
UNWIND ['head', 'contact'] AS part
WITH day, v, row, part, CASE part WHEN 'head' THEN v.head_id[row] ELSE v.contact_id[row] END AS person
WHERE v.valid_from[row] <= day AND day <= v.valid_to[row]
  AND NOT EXISTS {
    MATCH (e:Employee {id: person, declared: true})
    WHERE any(i IN range(0, size(e.valid_from) - 1) WHERE e.valid_from[i] <= day AND day <= e.valid_to[i])
  }
RETURN v.id AS vo, CASE person WHEN '' THEN null ELSE person END AS person,
       CASE person WHEN '' THEN 'no_' + part ELSE part + '_not_employed' END AS kind,
       collect({file: v.file[row], line: v.line[row]}) AS places
