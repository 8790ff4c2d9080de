// Grants of roles whose profession asks for a licence that no valid row gives the employee.
MATCH (:DataSet {state: 'published'})
WITH date($day) AS day
MATCH (e:Employee {declared: true})-[g:HAS_ROLE]->(r:Role {declared: true})-[:OF_PROFESSION]->(p:Profession {declared: true})
WHERE g.valid_from <= day AND day <= g.valid_to
  AND p.licence <> ''
  AND any(i IN range(0, size(e.valid_from) - 1) WHERE e.valid_from[i] <= day AND day <= e.valid_to[i])
  AND NOT any(i IN range(0, size(e.valid_from) - 1)
              WHERE e.valid_from[i] <= day AND day <= e.valid_to[i]
                AND p.licence IN split(e.licences[i], '|'))
RETURN e.id AS employee, r.id AS role, p.licence AS licence, collect(g {.file, .line}) AS places
