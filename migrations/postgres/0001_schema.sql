-- The schema of the whole product. The other database has the same tables, columns and keys; a test compares them.
-- Ids are UUIDv7; times are moments in UTC; dates are ISO 8601 text; folded text is written by `domain::text::fold`.

CREATE TABLE organizations (
    id UUID PRIMARY KEY,
    name TEXT NOT NULL,
    user_cap BIGINT,
    settings TEXT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL
);

CREATE TABLE locations (
    id UUID PRIMARY KEY,
    organization_id UUID NOT NULL REFERENCES organizations (id),
    name TEXT NOT NULL,
    name_key TEXT COLLATE "C" NOT NULL,
    UNIQUE (organization_id, name_key)
);

CREATE TABLE departments (
    id UUID PRIMARY KEY,
    organization_id UUID NOT NULL REFERENCES organizations (id),
    name TEXT NOT NULL,
    name_key TEXT COLLATE "C" NOT NULL,
    UNIQUE (organization_id, name_key)
);

CREATE TABLE labels (
    id UUID PRIMARY KEY,
    organization_id UUID NOT NULL REFERENCES organizations (id),
    name TEXT NOT NULL,
    name_key TEXT COLLATE "C" NOT NULL,
    UNIQUE (organization_id, name_key)
);

CREATE TABLE "groups" (
    id UUID PRIMARY KEY,
    organization_id UUID NOT NULL REFERENCES organizations (id),
    name TEXT NOT NULL,
    name_key TEXT COLLATE "C" NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    UNIQUE (organization_id, name_key)
);

CREATE TABLE users (
    number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id UUID NOT NULL UNIQUE,
    organization_id UUID NOT NULL REFERENCES organizations (id),
    state TEXT NOT NULL CHECK (state IN ('pending', 'active', 'archived')),
    role TEXT NOT NULL CHECK (role IN ('owner', 'administrator', 'support', 'member')),
    first_name TEXT NOT NULL,
    last_name TEXT NOT NULL,
    sort_name TEXT COLLATE "C" NOT NULL,
    search_text TEXT COLLATE "C" NOT NULL,
    email TEXT,
    email_key TEXT COLLATE "C",
    username TEXT NOT NULL,
    username_key TEXT COLLATE "C" NOT NULL,
    phone TEXT,
    external_id TEXT COLLATE "C",
    language TEXT NOT NULL,
    location_id UUID REFERENCES locations (id),
    department_id UUID REFERENCES departments (id),
    job_title TEXT,
    address TEXT,
    date_of_birth TEXT,
    password_hash TEXT,
    must_change_password BOOLEAN NOT NULL DEFAULT FALSE,
    source TEXT NOT NULL CHECK (source IN ('created', 'imported', 'invited', 'registered')),
    joined_at TIMESTAMPTZ NOT NULL,
    invited_by UUID,
    approved_at TIMESTAMPTZ,
    approved_by UUID,
    notified_at TIMESTAMPTZ,
    archived_at TIMESTAMPTZ,
    first_sign_in_at TIMESTAMPTZ,
    last_sign_in_at TIMESTAMPTZ,
    last_access_at TIMESTAMPTZ,
    deletion_date TEXT,
    deletion_noticed_at TIMESTAMPTZ,
    version BIGINT NOT NULL DEFAULT 1,
    updated_at TIMESTAMPTZ NOT NULL,
    UNIQUE (organization_id, email_key),
    UNIQUE (organization_id, username_key),
    UNIQUE (organization_id, external_id)
);
CREATE INDEX users_by_name ON users (organization_id, sort_name, id);
CREATE INDEX users_by_state ON users (organization_id, state, sort_name, id);
CREATE INDEX users_by_joined ON users (organization_id, joined_at, id);
CREATE INDEX users_by_last_access ON users (organization_id, (COALESCE(last_access_at, 'epoch'::TIMESTAMPTZ)), id);
CREATE INDEX users_by_location ON users (location_id, sort_name, id) WHERE location_id IS NOT NULL;
CREATE INDEX users_by_department ON users (department_id, sort_name, id) WHERE department_id IS NOT NULL;
CREATE INDEX users_by_role ON users (organization_id, role, sort_name, id) WHERE role <> 'member';
CREATE INDEX users_by_deletion_date ON users (organization_id, deletion_date) WHERE deletion_date IS NOT NULL;

-- Contains-search over the folded text, three letters at a time.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX users_search ON users USING gin (search_text gin_trgm_ops);

-- The counters that the user cap and the dashboard read; kept by the transactions that change users.
CREATE TABLE user_counts (
    organization_id UUID NOT NULL REFERENCES organizations (id),
    state TEXT NOT NULL,
    users BIGINT NOT NULL,
    PRIMARY KEY (organization_id, state)
);

CREATE TABLE group_members (
    group_id UUID NOT NULL REFERENCES "groups" (id) ON DELETE CASCADE,
    user_id UUID NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    role TEXT NOT NULL CHECK (role IN ('admin', 'instructor', 'learner')),
    PRIMARY KEY (group_id, user_id)
);
CREATE INDEX group_members_by_user ON group_members (user_id);

CREATE TABLE user_labels (
    label_id UUID NOT NULL REFERENCES labels (id) ON DELETE CASCADE,
    user_id UUID NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    PRIMARY KEY (label_id, user_id)
);
CREATE INDEX user_labels_by_user ON user_labels (user_id);

CREATE TABLE saved_views (
    id UUID PRIMARY KEY,
    user_id UUID NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    query TEXT NOT NULL,
    UNIQUE (user_id, name)
);

CREATE TABLE courses (
    id UUID PRIMARY KEY,
    organization_id UUID NOT NULL REFERENCES organizations (id),
    reference TEXT NOT NULL,
    reference_key TEXT COLLATE "C" NOT NULL,
    title TEXT NOT NULL,
    launch_url TEXT,
    created_at TIMESTAMPTZ NOT NULL,
    archived_at TIMESTAMPTZ,
    UNIQUE (organization_id, reference_key)
);

CREATE TABLE lessons (
    id UUID PRIMARY KEY,
    course_id UUID NOT NULL REFERENCES courses (id) ON DELETE CASCADE,
    position BIGINT NOT NULL,
    title TEXT NOT NULL,
    markdown TEXT NOT NULL,
    UNIQUE (course_id, position)
);

CREATE TABLE bundles (
    id UUID PRIMARY KEY,
    organization_id UUID NOT NULL REFERENCES organizations (id),
    title TEXT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    archived_at TIMESTAMPTZ
);

CREATE TABLE bundle_courses (
    bundle_id UUID NOT NULL REFERENCES bundles (id) ON DELETE CASCADE,
    course_id UUID NOT NULL REFERENCES courses (id),
    PRIMARY KEY (bundle_id, course_id)
);

CREATE TABLE events (
    id UUID PRIMARY KEY,
    organization_id UUID NOT NULL REFERENCES organizations (id),
    title TEXT NOT NULL,
    starts_at TIMESTAMPTZ NOT NULL,
    place TEXT,
    archived_at TIMESTAMPTZ
);

CREATE TABLE event_attendees (
    event_id UUID NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    user_id UUID NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    PRIMARY KEY (event_id, user_id)
);
CREATE INDEX event_attendees_by_user ON event_attendees (user_id);

CREATE TABLE programs (
    id UUID PRIMARY KEY,
    organization_id UUID NOT NULL REFERENCES organizations (id),
    title TEXT NOT NULL
);

CREATE TABLE program_courses (
    program_id UUID NOT NULL REFERENCES programs (id) ON DELETE CASCADE,
    position BIGINT NOT NULL,
    course_id UUID NOT NULL REFERENCES courses (id),
    PRIMARY KEY (program_id, position)
);

CREATE TABLE program_sessions (
    id UUID PRIMARY KEY,
    program_id UUID NOT NULL REFERENCES programs (id) ON DELETE CASCADE,
    group_id UUID NOT NULL REFERENCES "groups" (id),
    starts_on TEXT NOT NULL,
    ends_on TEXT NOT NULL
);

CREATE TABLE program_session_members (
    program_session_id UUID NOT NULL REFERENCES program_sessions (id) ON DELETE CASCADE,
    user_id UUID NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    role TEXT NOT NULL CHECK (role IN ('instructor', 'learner')),
    PRIMARY KEY (program_session_id, user_id)
);
CREATE INDEX program_session_members_by_user ON program_session_members (user_id);

CREATE TABLE licenses (
    id UUID PRIMARY KEY,
    organization_id UUID NOT NULL REFERENCES organizations (id),
    reference TEXT NOT NULL,
    reference_key TEXT COLLATE "C" NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('standard', 'reusable')),
    purchased BIGINT NOT NULL CHECK (purchased >= 0),
    allocated BIGINT NOT NULL DEFAULT 0 CHECK (allocated >= 0),
    reserved BIGINT NOT NULL DEFAULT 0 CHECK (reserved >= 0),
    valid_from TEXT NOT NULL,
    valid_to TEXT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    archived_at TIMESTAMPTZ,
    version BIGINT NOT NULL DEFAULT 1,
    UNIQUE (organization_id, reference_key),
    CHECK (allocated + reserved <= purchased)
);

CREATE TABLE license_courses (
    license_id UUID NOT NULL REFERENCES licenses (id) ON DELETE CASCADE,
    course_id UUID NOT NULL REFERENCES courses (id),
    PRIMARY KEY (license_id, course_id)
);

CREATE TABLE seats (
    id UUID PRIMARY KEY,
    license_id UUID NOT NULL REFERENCES licenses (id),
    user_id UUID,
    allocated_at TIMESTAMPTZ NOT NULL,
    started_at TIMESTAMPTZ,
    returned_at TIMESTAMPTZ
);
-- One seat of a license a user at a time.
CREATE UNIQUE INDEX seats_held ON seats (license_id, user_id) WHERE returned_at IS NULL;
CREATE INDEX seats_by_user ON seats (user_id);

CREATE TABLE seat_ledger (
    id UUID PRIMARY KEY,
    license_id UUID NOT NULL REFERENCES licenses (id),
    seat_id UUID,
    user_id UUID,
    invitation_id UUID,
    kind TEXT NOT NULL CHECK (kind IN ('allocated', 'started', 'returned', 'reserved', 'released')),
    reason TEXT NOT NULL,
    actor_id UUID,
    at TIMESTAMPTZ NOT NULL
);
CREATE INDEX seat_ledger_by_license ON seat_ledger (license_id, id);
CREATE INDEX seat_ledger_by_seat ON seat_ledger (seat_id);

CREATE TABLE enrollments (
    id UUID PRIMARY KEY,
    organization_id UUID NOT NULL REFERENCES organizations (id),
    user_id UUID NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    course_id UUID NOT NULL REFERENCES courses (id),
    seat_id UUID REFERENCES seats (id),
    assigned_at TIMESTAMPTZ NOT NULL,
    assigned_by UUID,
    due_date TEXT,
    started_at TIMESTAMPTZ,
    completed_at TIMESTAMPTZ,
    progress BIGINT NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 100),
    archived_at TIMESTAMPTZ
);
-- One open enrollment a user and course; archived ones are history.
CREATE UNIQUE INDEX enrollments_open ON enrollments (user_id, course_id) WHERE archived_at IS NULL;
CREATE INDEX enrollments_by_course ON enrollments (course_id, id) WHERE archived_at IS NULL;
CREATE INDEX enrollments_due ON enrollments (organization_id, due_date)
    WHERE archived_at IS NULL AND completed_at IS NULL AND due_date IS NOT NULL;
CREATE INDEX enrollments_by_seat ON enrollments (seat_id) WHERE seat_id IS NOT NULL;

CREATE TABLE lesson_progress (
    enrollment_id UUID NOT NULL REFERENCES enrollments (id) ON DELETE CASCADE,
    lesson_id UUID NOT NULL REFERENCES lessons (id) ON DELETE CASCADE,
    completed_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (enrollment_id, lesson_id)
);

CREATE TABLE training_records (
    id UUID PRIMARY KEY,
    organization_id UUID NOT NULL REFERENCES organizations (id),
    user_id UUID NOT NULL,
    enrollment_id UUID NOT NULL UNIQUE,
    course_id UUID NOT NULL REFERENCES courses (id),
    course_title TEXT NOT NULL,
    started_at TIMESTAMPTZ,
    completed_at TIMESTAMPTZ,
    progress BIGINT NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    certificate TEXT UNIQUE
);
CREATE INDEX training_records_by_user ON training_records (user_id, id);
CREATE INDEX training_records_by_organization ON training_records (organization_id, id);

CREATE TABLE activity_days (
    user_id UUID NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    day TEXT NOT NULL,
    seconds BIGINT NOT NULL,
    xp BIGINT NOT NULL,
    PRIMARY KEY (user_id, day)
);

CREATE TABLE activity_events (
    id UUID PRIMARY KEY,
    user_id UUID NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    course_id UUID,
    at TIMESTAMPTZ NOT NULL,
    seconds BIGINT NOT NULL,
    xp BIGINT NOT NULL
);
CREATE INDEX activity_events_by_user ON activity_events (user_id, id);

CREATE TABLE submissions (
    id UUID PRIMARY KEY,
    user_id UUID NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    course_id UUID NOT NULL REFERENCES courses (id),
    contest TEXT NOT NULL,
    file_name TEXT,
    content BYTEA NOT NULL,
    score BIGINT,
    submitted_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX submissions_by_user ON submissions (user_id, id);

CREATE TABLE invitations (
    id UUID PRIMARY KEY,
    organization_id UUID NOT NULL REFERENCES organizations (id),
    email TEXT NOT NULL,
    email_key TEXT COLLATE "C" NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'accepted', 'canceled', 'replaced', 'expired')),
    role TEXT NOT NULL,
    group_role TEXT NOT NULL,
    language TEXT NOT NULL,
    department_id UUID REFERENCES departments (id),
    label_id UUID REFERENCES labels (id),
    deletion_date TEXT,
    license_id UUID REFERENCES licenses (id),
    seat_reserved BOOLEAN NOT NULL DEFAULT FALSE,
    invited_by UUID,
    created_at TIMESTAMPTZ NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL,
    opened_at TIMESTAMPTZ,
    ended_at TIMESTAMPTZ,
    accepted_by UUID
);
-- One open invitation an address.
CREATE UNIQUE INDEX invitations_open ON invitations (organization_id, email_key) WHERE state = 'open';
CREATE INDEX invitations_by_organization ON invitations (organization_id, id);
CREATE INDEX invitations_expiring ON invitations (expires_at) WHERE state = 'open';

CREATE TABLE invitation_groups (
    invitation_id UUID NOT NULL REFERENCES invitations (id) ON DELETE CASCADE,
    group_id UUID NOT NULL REFERENCES "groups" (id) ON DELETE CASCADE,
    PRIMARY KEY (invitation_id, group_id)
);

CREATE TABLE invitation_courses (
    invitation_id UUID NOT NULL REFERENCES invitations (id) ON DELETE CASCADE,
    course_id UUID NOT NULL REFERENCES courses (id),
    PRIMARY KEY (invitation_id, course_id)
);

-- Sessions, invitations, login links, resets, activations: only the hash of each is here.
CREATE TABLE secrets (
    id UUID PRIMARY KEY,
    organization_id UUID NOT NULL REFERENCES organizations (id),
    purpose TEXT NOT NULL CHECK (purpose IN ('session', 'invitation', 'login_link', 'reset', 'activation', 'email_change', 'token')),
    hash BYTEA NOT NULL UNIQUE,
    user_id UUID REFERENCES users (id) ON DELETE CASCADE,
    invitation_id UUID REFERENCES invitations (id) ON DELETE CASCADE,
    detail TEXT,
    made_by UUID,
    created_at TIMESTAMPTZ NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL,
    used_at TIMESTAMPTZ,
    voided_at TIMESTAMPTZ,
    last_seen_at TIMESTAMPTZ,
    address TEXT,
    user_agent TEXT
);
CREATE INDEX secrets_by_user ON secrets (user_id, purpose);
CREATE INDEX secrets_by_invitation ON secrets (invitation_id) WHERE invitation_id IS NOT NULL;
CREATE INDEX secrets_by_expiry ON secrets (expires_at);

-- Failed sign-ins by account and by address, in a window.
CREATE TABLE sign_in_attempts (
    key TEXT PRIMARY KEY,
    attempts BIGINT NOT NULL,
    window_started_at TIMESTAMPTZ NOT NULL
);

CREATE TABLE imports (
    id UUID PRIMARY KEY,
    organization_id UUID NOT NULL REFERENCES organizations (id),
    created_by UUID NOT NULL,
    file_name TEXT NOT NULL,
    file BYTEA,
    mapping TEXT NOT NULL,
    options TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('planned', 'applying', 'done', 'undone', 'failed')),
    totals TEXT NOT NULL,
    rows_total BIGINT NOT NULL,
    rows_done BIGINT NOT NULL DEFAULT 0,
    lease_until TIMESTAMPTZ,
    lease_by UUID,
    created_at TIMESTAMPTZ NOT NULL,
    started_at TIMESTAMPTZ,
    finished_at TIMESTAMPTZ
);
CREATE INDEX imports_by_organization ON imports (organization_id, id);
CREATE INDEX imports_running ON imports (state) WHERE state = 'applying';

CREATE TABLE import_rows (
    import_id UUID NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
    position BIGINT NOT NULL,
    line BIGINT NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('create', 'update', 'skip', 'archive', 'delete', 'error')),
    report TEXT NOT NULL,
    user_id UUID,
    result TEXT,
    PRIMARY KEY (import_id, position)
);

CREATE TABLE messages (
    id UUID PRIMARY KEY,
    organization_id UUID NOT NULL REFERENCES organizations (id),
    kind TEXT NOT NULL,
    user_id UUID REFERENCES users (id) ON DELETE CASCADE,
    invitation_id UUID REFERENCES invitations (id) ON DELETE CASCADE,
    recipient TEXT NOT NULL,
    language TEXT NOT NULL,
    detail TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('queued', 'sent', 'kept', 'failed')),
    attempts BIGINT NOT NULL DEFAULT 0,
    next_attempt_at TIMESTAMPTZ NOT NULL,
    lease_until TIMESTAMPTZ,
    lease_by UUID,
    server_answer TEXT,
    subject TEXT,
    body_text TEXT,
    body_html TEXT,
    created_at TIMESTAMPTZ NOT NULL,
    finished_at TIMESTAMPTZ
);
CREATE INDEX messages_by_organization ON messages (organization_id, id);
CREATE INDEX messages_by_user ON messages (user_id, id);
CREATE INDEX messages_due ON messages (next_attempt_at) WHERE state = 'queued';

CREATE TABLE audit (
    id UUID PRIMARY KEY,
    organization_id UUID NOT NULL REFERENCES organizations (id),
    at TIMESTAMPTZ NOT NULL,
    actor_kind TEXT NOT NULL CHECK (actor_kind IN ('user', 'system', 'command_line')),
    actor_id UUID,
    action TEXT NOT NULL,
    target_kind TEXT NOT NULL,
    target_id UUID NOT NULL,
    before TEXT,
    after TEXT,
    address TEXT
);
CREATE INDEX audit_by_organization ON audit (organization_id, id);
CREATE INDEX audit_by_target ON audit (target_id, id);
CREATE INDEX audit_by_actor ON audit (actor_id, id) WHERE actor_id IS NOT NULL;
