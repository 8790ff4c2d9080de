// Ids that are declared as two kinds of node; a VO and a unit of its own may share theirs.
MATCH (:DataSet {state: 'published'})
WITH ['System', 'Provider', 'VO', 'Unit', 'Catalogue', 'Specialty', 'Profession', 'Capability',
      'Role', 'Employee', 'Assignment'] AS kinds
MATCH (n:System|Provider|VO|Unit|Catalogue|Specialty|Profession|Capability|Role|Employee|Assignment
       {declared: true})
WITH kinds, n.id AS id, collect(n) AS several
WHERE size(several) > 1
UNWIND several AS one
UNWIND several AS another
WITH id, one, another,
     [kind IN kinds WHERE kind IN labels(one)][0] AS one_kind,
     [kind IN kinds WHERE kind IN labels(another)][0] AS other_kind, kinds
WITH *, [i IN range(0, size(kinds) - 1) WHERE kinds[i] = one_kind][0] AS later,
        [i IN range(0, size(kinds) - 1) WHERE kinds[i] = other_kind][0] AS earlier
WHERE earlier < later
  AND NOT (one_kind = 'Unit' AND other_kind = 'VO' AND id IN one.vo_id)
UNWIND [one, another] AS node
UNWIND CASE WHEN node:Employee OR node:Unit OR node:VO
            THEN [i IN range(0, size(node.line) - 1) | {file: node.file[i], line: node.line[i]}]
            ELSE [node {.file, .line}] END AS place
RETURN [one_kind, id] AS node, [other_kind, id] AS other, collect(place) AS places
