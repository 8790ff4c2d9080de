// Valid rows of units that name no manager, or one who is not a valid employee.
MATCH (:DataSet {state: 'published'})
WITH date($day) AS day
MATCH (u:Unit {declared: true})
UNWIND range(0, size(u.valid_from) - 1) AS row
WITH day, u, row, u.manager_id[row] AS manager
WHERE u.valid_from[row] <= day AND day <= u.valid_to[row]
  AND NOT EXISTS {
    MATCH (e:Employee {id: manager, declared: true})
    WHERE any(i IN range(0, size(e.valid_from) - 1)
              WHERE e.valid_from[i] <= day AND day <= e.valid_to[i])
  }
RETURN u.id AS unit,
       CASE manager WHEN '' THEN null ELSE manager END AS manager,
       CASE manager WHEN '' THEN 'missing' ELSE 'not_employed' END AS kind,
       collect({file: u.file[row], line: u.line[row]}) AS places
