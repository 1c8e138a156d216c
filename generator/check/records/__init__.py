"""The schema of the content: one class a kind of entry, from which the checks and the JSON Schemas both come."""
