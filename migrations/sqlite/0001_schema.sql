-- The schema of the whole product. The other database has the same tables, columns and keys; a test compares them.
-- Ids are UUIDv7; times are moments in UTC; dates are ISO 8601 text; folded text is written by `domain::text::fold`.

CREATE TABLE organizations (
    id BLOB PRIMARY KEY,
    name TEXT NOT NULL,
    user_cap INTEGER,
    settings TEXT NOT NULL,
    created_at INTEGER NOT NULL
);

CREATE TABLE locations (
    id BLOB PRIMARY KEY,
    organization_id BLOB NOT NULL REFERENCES organizations (id),
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    UNIQUE (organization_id, name_key)
);

CREATE TABLE departments (
    id BLOB PRIMARY KEY,
    organization_id BLOB NOT NULL REFERENCES organizations (id),
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    UNIQUE (organization_id, name_key)
);

CREATE TABLE labels (
    id BLOB PRIMARY KEY,
    organization_id BLOB NOT NULL REFERENCES organizations (id),
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    UNIQUE (organization_id, name_key)
);

CREATE TABLE "groups" (
    id BLOB PRIMARY KEY,
    organization_id BLOB NOT NULL REFERENCES organizations (id),
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    UNIQUE (organization_id, name_key)
);

CREATE TABLE users (
    number INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    organization_id BLOB NOT NULL REFERENCES organizations (id),
    state TEXT NOT NULL CHECK (state IN ('pending', 'active', 'archived')),
    role TEXT NOT NULL CHECK (role IN ('owner', 'administrator', 'support', 'member')),
    first_name TEXT NOT NULL,
    last_name TEXT NOT NULL,
    sort_name TEXT NOT NULL,
    search_text TEXT NOT NULL,
    email TEXT,
    email_key TEXT,
    username TEXT NOT NULL,
    username_key TEXT NOT NULL,
    phone TEXT,
    external_id TEXT,
    language TEXT NOT NULL,
    location_id BLOB REFERENCES locations (id),
    department_id BLOB REFERENCES departments (id),
    job_title TEXT,
    address TEXT,
    date_of_birth TEXT,
    password_hash TEXT,
    must_change_password BOOLEAN NOT NULL DEFAULT FALSE,
    source TEXT NOT NULL CHECK (source IN ('created', 'imported', 'invited', 'registered')),
    joined_at INTEGER NOT NULL,
    invited_by BLOB,
    approved_at INTEGER,
    approved_by BLOB,
    notified_at INTEGER,
    archived_at INTEGER,
    first_sign_in_at INTEGER,
    last_sign_in_at INTEGER,
    last_access_at INTEGER,
    deletion_date TEXT,
    deletion_noticed_at INTEGER,
    version INTEGER NOT NULL DEFAULT 1,
    updated_at INTEGER NOT NULL,
    UNIQUE (organization_id, email_key),
    UNIQUE (organization_id, username_key),
    UNIQUE (organization_id, external_id)
);
CREATE INDEX users_by_name ON users (organization_id, sort_name, id);
CREATE INDEX users_by_state ON users (organization_id, state, sort_name, id);
CREATE INDEX users_by_joined ON users (organization_id, joined_at, id);
CREATE INDEX users_by_last_access ON users (organization_id, COALESCE(last_access_at, 0), id);
CREATE INDEX users_by_location ON users (location_id, sort_name, id) WHERE location_id IS NOT NULL;
CREATE INDEX users_by_department ON users (department_id, sort_name, id) WHERE department_id IS NOT NULL;
CREATE INDEX users_by_role ON users (organization_id, role, sort_name, id) WHERE role <> 'member';
CREATE INDEX users_by_deletion_date ON users (organization_id, deletion_date) WHERE deletion_date IS NOT NULL;

-- Contains-search over the folded text, three letters at a time.
CREATE VIRTUAL TABLE users_search USING fts5 (
    search_text, content = 'users', content_rowid = 'number', tokenize = 'trigram case_sensitive 1'
);
CREATE TRIGGER users_search_insert AFTER INSERT ON users BEGIN
    INSERT INTO users_search (rowid, search_text) VALUES (new.number, new.search_text);
END;
CREATE TRIGGER users_search_delete AFTER DELETE ON users BEGIN
    INSERT INTO users_search (users_search, rowid, search_text) VALUES ('delete', old.number, old.search_text);
END;
CREATE TRIGGER users_search_update AFTER UPDATE OF search_text ON users WHEN old.search_text <> new.search_text BEGIN
    INSERT INTO users_search (users_search, rowid, search_text) VALUES ('delete', old.number, old.search_text);
    INSERT INTO users_search (rowid, search_text) VALUES (new.number, new.search_text);
END;

-- The counters that the user cap and the dashboard read; kept by the transactions that change users.
CREATE TABLE user_counts (
    organization_id BLOB NOT NULL REFERENCES organizations (id),
    state TEXT NOT NULL,
    users INTEGER NOT NULL,
    PRIMARY KEY (organization_id, state)
);

CREATE TABLE group_members (
    group_id BLOB NOT NULL REFERENCES "groups" (id) ON DELETE CASCADE,
    user_id BLOB NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    role TEXT NOT NULL CHECK (role IN ('admin', 'instructor', 'learner')),
    PRIMARY KEY (group_id, user_id)
);
CREATE INDEX group_members_by_user ON group_members (user_id);

CREATE TABLE user_labels (
    label_id BLOB NOT NULL REFERENCES labels (id) ON DELETE CASCADE,
    user_id BLOB NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    PRIMARY KEY (label_id, user_id)
);
CREATE INDEX user_labels_by_user ON user_labels (user_id);

CREATE TABLE saved_views (
    id BLOB PRIMARY KEY,
    user_id BLOB NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    query TEXT NOT NULL,
    UNIQUE (user_id, name)
);

CREATE TABLE courses (
    id BLOB PRIMARY KEY,
    organization_id BLOB NOT NULL REFERENCES organizations (id),
    reference TEXT NOT NULL,
    reference_key TEXT NOT NULL,
    title TEXT NOT NULL,
    launch_url TEXT,
    created_at INTEGER NOT NULL,
    archived_at INTEGER,
    UNIQUE (organization_id, reference_key)
);

CREATE TABLE lessons (
    id BLOB PRIMARY KEY,
    course_id BLOB NOT NULL REFERENCES courses (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    title TEXT NOT NULL,
    markdown TEXT NOT NULL,
    UNIQUE (course_id, position)
);

CREATE TABLE bundles (
    id BLOB PRIMARY KEY,
    organization_id BLOB NOT NULL REFERENCES organizations (id),
    title TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    archived_at INTEGER
);

CREATE TABLE bundle_courses (
    bundle_id BLOB NOT NULL REFERENCES bundles (id) ON DELETE CASCADE,
    course_id BLOB NOT NULL REFERENCES courses (id),
    PRIMARY KEY (bundle_id, course_id)
);

CREATE TABLE events (
    id BLOB PRIMARY KEY,
    organization_id BLOB NOT NULL REFERENCES organizations (id),
    title TEXT NOT NULL,
    starts_at INTEGER NOT NULL,
    place TEXT,
    archived_at INTEGER
);

CREATE TABLE event_attendees (
    event_id BLOB NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    user_id BLOB NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    PRIMARY KEY (event_id, user_id)
);
CREATE INDEX event_attendees_by_user ON event_attendees (user_id);

CREATE TABLE programs (
    id BLOB PRIMARY KEY,
    organization_id BLOB NOT NULL REFERENCES organizations (id),
    title TEXT NOT NULL
);

CREATE TABLE program_courses (
    program_id BLOB NOT NULL REFERENCES programs (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    course_id BLOB NOT NULL REFERENCES courses (id),
    PRIMARY KEY (program_id, position)
);

CREATE TABLE program_sessions (
    id BLOB PRIMARY KEY,
    program_id BLOB NOT NULL REFERENCES programs (id) ON DELETE CASCADE,
    group_id BLOB NOT NULL REFERENCES "groups" (id),
    starts_on TEXT NOT NULL,
    ends_on TEXT NOT NULL
);

CREATE TABLE program_session_members (
    program_session_id BLOB NOT NULL REFERENCES program_sessions (id) ON DELETE CASCADE,
    user_id BLOB NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    role TEXT NOT NULL CHECK (role IN ('instructor', 'learner')),
    PRIMARY KEY (program_session_id, user_id)
);
CREATE INDEX program_session_members_by_user ON program_session_members (user_id);

CREATE TABLE licenses (
    id BLOB PRIMARY KEY,
    organization_id BLOB NOT NULL REFERENCES organizations (id),
    reference TEXT NOT NULL,
    reference_key TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('standard', 'reusable')),
    purchased INTEGER NOT NULL CHECK (purchased >= 0),
    allocated INTEGER NOT NULL DEFAULT 0 CHECK (allocated >= 0),
    reserved INTEGER NOT NULL DEFAULT 0 CHECK (reserved >= 0),
    valid_from TEXT NOT NULL,
    valid_to TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    archived_at INTEGER,
    version INTEGER NOT NULL DEFAULT 1,
    UNIQUE (organization_id, reference_key),
    CHECK (allocated + reserved <= purchased)
);

CREATE TABLE license_courses (
    license_id BLOB NOT NULL REFERENCES licenses (id) ON DELETE CASCADE,
    course_id BLOB NOT NULL REFERENCES courses (id),
    PRIMARY KEY (license_id, course_id)
);

CREATE TABLE seats (
    id BLOB PRIMARY KEY,
    license_id BLOB NOT NULL REFERENCES licenses (id),
    user_id BLOB,
    allocated_at INTEGER NOT NULL,
    started_at INTEGER,
    returned_at INTEGER
);
-- One seat of a license a user at a time.
CREATE UNIQUE INDEX seats_held ON seats (license_id, user_id) WHERE returned_at IS NULL;
CREATE INDEX seats_by_user ON seats (user_id);

CREATE TABLE seat_ledger (
    id BLOB PRIMARY KEY,
    license_id BLOB NOT NULL REFERENCES licenses (id),
    seat_id BLOB,
    user_id BLOB,
    invitation_id BLOB,
    kind TEXT NOT NULL CHECK (kind IN ('allocated', 'started', 'returned', 'reserved', 'released')),
    reason TEXT NOT NULL,
    actor_id BLOB,
    at INTEGER NOT NULL
);
CREATE INDEX seat_ledger_by_license ON seat_ledger (license_id, id);
CREATE INDEX seat_ledger_by_seat ON seat_ledger (seat_id);

CREATE TABLE enrollments (
    id BLOB PRIMARY KEY,
    organization_id BLOB NOT NULL REFERENCES organizations (id),
    user_id BLOB NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    course_id BLOB NOT NULL REFERENCES courses (id),
    seat_id BLOB REFERENCES seats (id),
    assigned_at INTEGER NOT NULL,
    assigned_by BLOB,
    due_date TEXT,
    started_at INTEGER,
    completed_at INTEGER,
    progress INTEGER NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 100),
    archived_at INTEGER
);
-- One open enrollment a user and course; archived ones are history.
CREATE UNIQUE INDEX enrollments_open ON enrollments (user_id, course_id) WHERE archived_at IS NULL;
CREATE INDEX enrollments_by_course ON enrollments (course_id, id) WHERE archived_at IS NULL;
CREATE INDEX enrollments_due ON enrollments (organization_id, due_date)
    WHERE archived_at IS NULL AND completed_at IS NULL AND due_date IS NOT NULL;
CREATE INDEX enrollments_by_seat ON enrollments (seat_id) WHERE seat_id IS NOT NULL;

CREATE TABLE lesson_progress (
    enrollment_id BLOB NOT NULL REFERENCES enrollments (id) ON DELETE CASCADE,
    lesson_id BLOB NOT NULL REFERENCES lessons (id) ON DELETE CASCADE,
    completed_at INTEGER NOT NULL,
    PRIMARY KEY (enrollment_id, lesson_id)
);

CREATE TABLE training_records (
    id BLOB PRIMARY KEY,
    organization_id BLOB NOT NULL REFERENCES organizations (id),
    user_id BLOB NOT NULL,
    enrollment_id BLOB NOT NULL UNIQUE,
    course_id BLOB NOT NULL REFERENCES courses (id),
    course_title TEXT NOT NULL,
    started_at INTEGER,
    completed_at INTEGER,
    progress INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    certificate TEXT UNIQUE
);
CREATE INDEX training_records_by_user ON training_records (user_id, id);
CREATE INDEX training_records_by_organization ON training_records (organization_id, id);

CREATE TABLE activity_days (
    user_id BLOB NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    day TEXT NOT NULL,
    seconds INTEGER NOT NULL,
    xp INTEGER NOT NULL,
    PRIMARY KEY (user_id, day)
);

CREATE TABLE activity_events (
    id BLOB PRIMARY KEY,
    user_id BLOB NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    course_id BLOB,
    at INTEGER NOT NULL,
    seconds INTEGER NOT NULL,
    xp INTEGER NOT NULL
);
CREATE INDEX activity_events_by_user ON activity_events (user_id, id);

CREATE TABLE submissions (
    id BLOB PRIMARY KEY,
    user_id BLOB NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    course_id BLOB NOT NULL REFERENCES courses (id),
    contest TEXT NOT NULL,
    file_name TEXT,
    content BLOB NOT NULL,
    score INTEGER,
    submitted_at INTEGER NOT NULL
);
CREATE INDEX submissions_by_user ON submissions (user_id, id);

CREATE TABLE invitations (
    id BLOB PRIMARY KEY,
    organization_id BLOB NOT NULL REFERENCES organizations (id),
    email TEXT NOT NULL,
    email_key TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'accepted', 'canceled', 'replaced', 'expired')),
    role TEXT NOT NULL,
    group_role TEXT NOT NULL,
    language TEXT NOT NULL,
    department_id BLOB REFERENCES departments (id),
    label_id BLOB REFERENCES labels (id),
    deletion_date TEXT,
    license_id BLOB REFERENCES licenses (id),
    seat_reserved BOOLEAN NOT NULL DEFAULT FALSE,
    invited_by BLOB,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    opened_at INTEGER,
    ended_at INTEGER,
    accepted_by BLOB
);
-- One open invitation an address.
CREATE UNIQUE INDEX invitations_open ON invitations (organization_id, email_key) WHERE state = 'open';
CREATE INDEX invitations_by_organization ON invitations (organization_id, id);
CREATE INDEX invitations_expiring ON invitations (expires_at) WHERE state = 'open';

CREATE TABLE invitation_groups (
    invitation_id BLOB NOT NULL REFERENCES invitations (id) ON DELETE CASCADE,
    group_id BLOB NOT NULL REFERENCES "groups" (id) ON DELETE CASCADE,
    PRIMARY KEY (invitation_id, group_id)
);

CREATE TABLE invitation_courses (
    invitation_id BLOB NOT NULL REFERENCES invitations (id) ON DELETE CASCADE,
    course_id BLOB NOT NULL REFERENCES courses (id),
    PRIMARY KEY (invitation_id, course_id)
);

-- Sessions, invitations, login links, resets, activations: only the hash of each is here.
CREATE TABLE secrets (
    id BLOB PRIMARY KEY,
    organization_id BLOB NOT NULL REFERENCES organizations (id),
    purpose TEXT NOT NULL CHECK (purpose IN ('session', 'invitation', 'login_link', 'reset', 'activation', 'email_change', 'token')),
    hash BLOB NOT NULL UNIQUE,
    user_id BLOB REFERENCES users (id) ON DELETE CASCADE,
    invitation_id BLOB REFERENCES invitations (id) ON DELETE CASCADE,
    detail TEXT,
    made_by BLOB,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    used_at INTEGER,
    voided_at INTEGER,
    last_seen_at INTEGER,
    address TEXT,
    user_agent TEXT
);
CREATE INDEX secrets_by_user ON secrets (user_id, purpose);
CREATE INDEX secrets_by_invitation ON secrets (invitation_id) WHERE invitation_id IS NOT NULL;
CREATE INDEX secrets_by_expiry ON secrets (expires_at);

-- Failed sign-ins by account and by address, in a window.
CREATE TABLE sign_in_attempts (
    key TEXT PRIMARY KEY,
    attempts INTEGER NOT NULL,
    window_started_at INTEGER NOT NULL
);

CREATE TABLE imports (
    id BLOB PRIMARY KEY,
    organization_id BLOB NOT NULL REFERENCES organizations (id),
    created_by BLOB NOT NULL,
    file_name TEXT NOT NULL,
    file BLOB,
    mapping TEXT NOT NULL,
    options TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('planned', 'applying', 'done', 'undone', 'failed')),
    totals TEXT NOT NULL,
    rows_total INTEGER NOT NULL,
    rows_done INTEGER NOT NULL DEFAULT 0,
    lease_until INTEGER,
    lease_by BLOB,
    created_at INTEGER NOT NULL,
    started_at INTEGER,
    finished_at INTEGER
);
CREATE INDEX imports_by_organization ON imports (organization_id, id);
CREATE INDEX imports_running ON imports (state) WHERE state = 'applying';

CREATE TABLE import_rows (
    import_id BLOB NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    line INTEGER NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('create', 'update', 'skip', 'archive', 'delete', 'error')),
    report TEXT NOT NULL,
    user_id BLOB,
    result TEXT,
    PRIMARY KEY (import_id, position)
);

CREATE TABLE messages (
    id BLOB PRIMARY KEY,
    organization_id BLOB NOT NULL REFERENCES organizations (id),
    kind TEXT NOT NULL,
    user_id BLOB REFERENCES users (id) ON DELETE CASCADE,
    invitation_id BLOB REFERENCES invitations (id) ON DELETE CASCADE,
    recipient TEXT NOT NULL,
    language TEXT NOT NULL,
    detail TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('queued', 'sent', 'kept', 'failed')),
    attempts INTEGER NOT NULL DEFAULT 0,
    next_attempt_at INTEGER NOT NULL,
    lease_until INTEGER,
    lease_by BLOB,
    server_answer TEXT,
    subject TEXT,
    body_text TEXT,
    body_html TEXT,
    created_at INTEGER NOT NULL,
    finished_at INTEGER
);
CREATE INDEX messages_by_organization ON messages (organization_id, id);
CREATE INDEX messages_by_user ON messages (user_id, id);
CREATE INDEX messages_due ON messages (next_attempt_at) WHERE state = 'queued';

CREATE TABLE audit (
    id BLOB PRIMARY KEY,
    organization_id BLOB NOT NULL REFERENCES organizations (id),
    at INTEGER NOT NULL,
    actor_kind TEXT NOT NULL CHECK (actor_kind IN ('user', 'system', 'command_line')),
    actor_id BLOB,
    action TEXT NOT NULL,
    target_kind TEXT NOT NULL,
    target_id BLOB NOT NULL,
    before TEXT,
    after TEXT,
    address TEXT
);
CREATE INDEX audit_by_organization ON audit (organization_id, id);
CREATE INDEX audit_by_target ON audit (target_id, id);
CREATE INDEX audit_by_actor ON audit (actor_id, id) WHERE actor_id IS NOT NULL;
