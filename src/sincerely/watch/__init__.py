"""Job postings seen on the web, with no database: fetching with care, reading, comparing, ranking."""
