-- What the dashboard reads without walking the organization, and strangers who register by themselves.

-- How many active users are billable: they registered by themselves, or were told of the account. Kept with the row of the
-- active ones, by the database itself, because many things can make somebody billable.
ALTER TABLE user_counts ADD COLUMN billable INTEGER NOT NULL DEFAULT 0;
UPDATE user_counts SET billable = (
    SELECT COUNT(*) FROM users u WHERE u.organization_id = user_counts.organization_id AND u.state = 'active'
        AND (u.source IN ('registered', 'invited') OR u.notified_at IS NOT NULL)
) WHERE state = 'active';
CREATE INDEX users_billable ON users (organization_id, sort_name, id)
    WHERE state = 'active' AND (source IN ('registered', 'invited') OR notified_at IS NOT NULL);
CREATE TRIGGER billable_insert AFTER INSERT ON users
    WHEN new.state = 'active' AND (new.source IN ('registered', 'invited') OR new.notified_at IS NOT NULL)
BEGIN
    UPDATE user_counts SET billable = billable + 1 WHERE organization_id = new.organization_id AND state = 'active';
END;
CREATE TRIGGER billable_delete AFTER DELETE ON users
    WHEN old.state = 'active' AND (old.source IN ('registered', 'invited') OR old.notified_at IS NOT NULL)
BEGIN
    UPDATE user_counts SET billable = billable - 1 WHERE organization_id = old.organization_id AND state = 'active';
END;
CREATE TRIGGER billable_update AFTER UPDATE OF state, source, notified_at ON users
    WHEN (old.state = 'active' AND (old.source IN ('registered', 'invited') OR old.notified_at IS NOT NULL))
        <> (new.state = 'active' AND (new.source IN ('registered', 'invited') OR new.notified_at IS NOT NULL))
BEGIN
    UPDATE user_counts SET billable = billable + CASE WHEN old.state = 'active'
        AND (old.source IN ('registered', 'invited') OR old.notified_at IS NOT NULL) THEN -1 ELSE 1 END
    WHERE organization_id = new.organization_id AND state = 'active';
END;

-- Seats of a license in use at the end of each day that moved some.
CREATE TABLE license_days (
    license_id BLOB NOT NULL REFERENCES licenses (id) ON DELETE CASCADE,
    day TEXT NOT NULL,
    used INTEGER NOT NULL,
    PRIMARY KEY (license_id, day)
);
INSERT INTO license_days (license_id, day, used)
SELECT license_id, day, SUM(change) OVER (PARTITION BY license_id ORDER BY day) FROM (
    SELECT license_id, strftime('%Y-%m-%d', at / 1000000, 'unixepoch') AS day,
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
