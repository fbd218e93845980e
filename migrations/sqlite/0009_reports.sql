-- What another system reported is known again by its id; the digest tells a repetition from another event under the same id.
ALTER TABLE activity_events ADD COLUMN digest BLOB;
