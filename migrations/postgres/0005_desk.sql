-- What the dashboard reads without walking the organization, and strangers who register by themselves.

-- How many active users are billable: they registered by themselves, or were told of the account. Kept with the row of the
-- active ones, by the database itself, because many things can make somebody billable.
ALTER TABLE user_counts ADD COLUMN billable BIGINT NOT NULL DEFAULT 0;
UPDATE user_counts SET billable = (
    SELECT COUNT(*) FROM users u WHERE u.organization_id = user_counts.organization_id AND u.state = 'active'
        AND (u.source IN ('registered', 'invited') OR u.notified_at IS NOT NULL)
) WHERE state = 'active';
CREATE INDEX users_billable ON users (organization_id, sort_name, id)
    WHERE state = 'active' AND (source IN ('registered', 'invited') OR notified_at IS NOT NULL);
-- Once a statement, however many users it changes: the counter is one row.
CREATE FUNCTION count_billable() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        UPDATE user_counts c SET billable = c.billable - gone.users FROM (
            SELECT organization_id, COUNT(*) AS users FROM users_before
            WHERE state = 'active' AND (source IN ('registered', 'invited') OR notified_at IS NOT NULL)
            GROUP BY organization_id
        ) gone WHERE c.organization_id = gone.organization_id AND c.state = 'active';
    END IF;
    IF TG_OP <> 'DELETE' THEN
        UPDATE user_counts c SET billable = c.billable + come.users FROM (
            SELECT organization_id, COUNT(*) AS users FROM users_after
            WHERE state = 'active' AND (source IN ('registered', 'invited') OR notified_at IS NOT NULL)
            GROUP BY organization_id
        ) come WHERE c.organization_id = come.organization_id AND c.state = 'active';
    END IF;
    RETURN NULL;
END $$;
CREATE FUNCTION count_billable_changed() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    UPDATE user_counts c SET billable = c.billable + moved.users FROM (
        SELECT organization_id, SUM(change) AS users FROM (
            SELECT organization_id, -1 AS change FROM users_before
            WHERE state = 'active' AND (source IN ('registered', 'invited') OR notified_at IS NOT NULL)
            UNION ALL SELECT organization_id, 1 FROM users_after
            WHERE state = 'active' AND (source IN ('registered', 'invited') OR notified_at IS NOT NULL)
        ) changes GROUP BY organization_id HAVING SUM(change) <> 0
    ) moved WHERE c.organization_id = moved.organization_id AND c.state = 'active';
    RETURN NULL;
END $$;
CREATE TRIGGER billable_insert AFTER INSERT ON users REFERENCING NEW TABLE AS users_after
    FOR EACH STATEMENT EXECUTE FUNCTION count_billable();
CREATE TRIGGER billable_delete AFTER DELETE ON users REFERENCING OLD TABLE AS users_before
    FOR EACH STATEMENT EXECUTE FUNCTION count_billable();
CREATE TRIGGER billable_update AFTER UPDATE ON users REFERENCING OLD TABLE AS users_before NEW TABLE AS users_after
    FOR EACH STATEMENT EXECUTE FUNCTION count_billable_changed();

-- Seats of a license in use at the end of each day that moved some.
CREATE TABLE license_days (
    license_id UUID NOT NULL REFERENCES licenses (id) ON DELETE CASCADE,
    day TEXT NOT NULL,
    used BIGINT NOT NULL,
    PRIMARY KEY (license_id, day)
);
INSERT INTO license_days (license_id, day, used)
SELECT license_id, day, SUM(change) OVER (PARTITION BY license_id ORDER BY day) FROM (
    SELECT license_id, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day,
        SUM(CASE WHEN kind IN ('allocated', 'reserved') THEN 1 ELSE -1 END) AS change
    FROM seat_ledger WHERE kind <> 'started' GROUP BY 1, 2
) days;

CREATE INDEX users_deletion_due ON users (organization_id, state, deletion_date) WHERE deletion_date IS NOT NULL;
DROP INDEX enrollments_due;
CREATE INDEX enrollments_due ON enrollments (organization_id, due_date, user_id)
    WHERE archived_at IS NULL AND completed_at IS NULL AND due_date IS NOT NULL;
CREATE INDEX messages_failed ON messages (organization_id, id) WHERE state = 'failed';
CREATE INDEX audit_by_action ON audit (organization_id, action, id);

-- Invitations that somebody sent to themselves: who registers by one waits for approval.
ALTER TABLE invitations ADD COLUMN self_registered BOOLEAN NOT NULL DEFAULT FALSE;
