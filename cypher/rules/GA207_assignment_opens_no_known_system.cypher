// Assignments that name systems, none of which is declared.
MATCH (:DataSet {state: 'published'})
MATCH (a:Assignment {declared: true})
WHERE size(a.systems) > 0 AND NOT EXISTS { (a)-[:OPENS]->(:System {declared: true}) }
RETURN a.id AS assignment,
       reduce(said = '', one IN a.systems |
              said + CASE said WHEN '' THEN '' ELSE ', ' END + '`' + one + '`') AS systems,
       [a {.file, .line}] AS places
