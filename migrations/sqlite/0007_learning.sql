-- Courses are listed and found by their folded titles; two people do not overwrite each other's change. `contest` is the task
-- that a course sets, for submissions by text or file.
ALTER TABLE courses ADD COLUMN title_key TEXT NOT NULL DEFAULT '';
ALTER TABLE courses ADD COLUMN contest TEXT;
ALTER TABLE courses ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
UPDATE courses SET title_key = lower(title);
CREATE INDEX courses_by_title ON courses (organization_id, title_key, id);
CREATE INDEX bundles_by_organization ON bundles (organization_id, id);
CREATE INDEX events_by_organization ON events (organization_id, id);

-- Which reminder of the due date went out last: 1 a week before, 2 a day before, 3 on the day.
ALTER TABLE enrollments ADD COLUMN reminded INTEGER NOT NULL DEFAULT 0;
DROP INDEX enrollments_due;
CREATE INDEX enrollments_due ON enrollments (organization_id, due_date, id)
    WHERE archived_at IS NULL AND completed_at IS NULL AND due_date IS NOT NULL;

-- Until when a day's time is counted: no second counts twice, whatever number of pages is open.
ALTER TABLE activity_days ADD COLUMN counted_until INTEGER;

CREATE INDEX training_records_by_course ON training_records (course_id, id);
