-- Each filter of the users list finds and counts its own without reading anybody else.
CREATE INDEX users_never_accessed ON users (organization_id, state, first_sign_in_at, sort_name, id)
    WHERE first_sign_in_at IS NULL;

-- Who has something due, from the side of what is due and from that of the user.
DROP INDEX enrollments_due;
CREATE INDEX enrollments_due ON enrollments (organization_id, due_date, id, user_id)
    WHERE archived_at IS NULL AND completed_at IS NULL AND due_date IS NOT NULL;
CREATE INDEX enrollments_due_of_user ON enrollments (user_id, due_date)
    WHERE archived_at IS NULL AND completed_at IS NULL AND due_date IS NOT NULL;
