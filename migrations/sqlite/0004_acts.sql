-- Things done to users, one or many: how far each is, what became of it, and what takes it back. `users` holds the ids still
-- to be gone through, 16 bytes each, of an act that is done in parts.
CREATE TABLE acts (
    id BLOB PRIMARY KEY,
    organization_id BLOB NOT NULL REFERENCES organizations (id),
    created_by BLOB NOT NULL,
    address TEXT,
    act TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('running', 'done', 'stopped', 'undone')),
    problem TEXT,
    users BLOB,
    users_total INTEGER NOT NULL,
    users_seen INTEGER NOT NULL DEFAULT 0,
    users_done INTEGER NOT NULL DEFAULT 0,
    seats INTEGER NOT NULL DEFAULT 0,
    left_out TEXT NOT NULL DEFAULT '[]',
    lease_until INTEGER,
    lease_by BLOB,
    created_at INTEGER NOT NULL
);
CREATE INDEX acts_by_creator ON acts (created_by, id);
CREATE INDEX acts_running ON acts (state) WHERE state = 'running';
CREATE INDEX acts_by_age ON acts (created_at);

CREATE TABLE act_parts (
    act_id BLOB NOT NULL REFERENCES acts (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    at INTEGER NOT NULL,
    undo TEXT NOT NULL,
    PRIMARY KEY (act_id, position)
);
