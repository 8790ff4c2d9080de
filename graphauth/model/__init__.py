"""The model: ids, days, the schema table, entities, data sets, questions and answers."""
