-- What was answered to requests with a token and a key, so that each is done once.
CREATE TABLE token_requests (
    token_id UUID NOT NULL REFERENCES secrets (id) ON DELETE CASCADE,
    request_key TEXT NOT NULL,
    digest BYTEA NOT NULL,
    answer TEXT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (token_id, request_key)
);
CREATE INDEX token_requests_by_age ON token_requests (token_id, created_at);
CREATE INDEX secrets_tokens ON secrets (organization_id, id) WHERE purpose = 'token';
-- The sessions of a group, and the programs of an organization, are listed.
CREATE INDEX program_sessions_by_group ON program_sessions (group_id, id);
CREATE INDEX programs_by_organization ON programs (organization_id, title);
