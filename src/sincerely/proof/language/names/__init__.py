"""Names against the record: people, companies and roles, however they are written."""
