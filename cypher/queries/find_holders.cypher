// The employees who have one of the roles, on whatever day.
MATCH (:DataSet {state: 'published'})
UNWIND $roles AS role
MATCH (:Role {id: role})<-[:HAS_ROLE]-(e:Employee)
RETURN DISTINCT e.id AS id
ORDER BY id
