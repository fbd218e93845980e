-- What was confirmed: cells edited by hand, and for each row of the plan its outcome and a digest of its changes.
ALTER TABLE imports ADD COLUMN edits TEXT NOT NULL DEFAULT '[]';
ALTER TABLE imports ADD COLUMN plan BLOB;
