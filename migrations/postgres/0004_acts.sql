-- Things done to users, one or many: how far each is, what became of it, and what takes it back. `users` holds the ids still
-- to be gone through, 16 bytes each, of an act that is done in parts.
CREATE TABLE acts (
    id UUID PRIMARY KEY,
    organization_id UUID NOT NULL REFERENCES organizations (id),
    created_by UUID NOT NULL,
    address TEXT,
    act TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('running', 'done', 'stopped', 'undone')),
    problem TEXT,
    users BYTEA,
    users_total BIGINT NOT NULL,
    users_seen BIGINT NOT NULL DEFAULT 0,
    users_done BIGINT NOT NULL DEFAULT 0,
    seats BIGINT NOT NULL DEFAULT 0,
    left_out TEXT NOT NULL DEFAULT '[]',
    lease_until TIMESTAMPTZ,
    lease_by UUID,
    created_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX acts_by_creator ON acts (created_by, id);
CREATE INDEX acts_running ON acts (state) WHERE state = 'running';
CREATE INDEX acts_by_age ON acts (created_at);

CREATE TABLE act_parts (
    act_id UUID NOT NULL REFERENCES acts (id) ON DELETE CASCADE,
    position BIGINT NOT NULL,
    at TIMESTAMPTZ NOT NULL,
    undo TEXT NOT NULL,
    PRIMARY KEY (act_id, position)
);
