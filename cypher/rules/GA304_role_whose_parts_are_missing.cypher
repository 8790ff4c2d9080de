// Declared roles that name a catalogue, specialty, profession or capability that isn't declared.
MATCH (:DataSet {state: 'published'})
MATCH (r:Role {declared: true})-[:LISTS|IN_SPECIALTY|OF_PROFESSION|WITH_CAPABILITY]-(p {declared: false})
RETURN DISTINCT r.id AS role, [labels(p)[0], p.id] AS part, toLower(labels(p)[0]) AS kind,
       [r {.file, .line}] AS places
