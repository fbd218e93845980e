-- PostgreSQL's search index has a list to keep short; SQLite's takes in at once what is new.
SELECT 1;
