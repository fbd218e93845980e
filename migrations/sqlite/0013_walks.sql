-- Pages that go by name past those who are not in the list, or have not what is asked for, do so by indexes alone: whether
-- somebody is in the list stands beside the name, and what somebody has beside who has it.
DROP INDEX users_by_name;
CREATE INDEX users_by_name ON users (organization_id, sort_name, id, state);
DROP INDEX group_members_by_user;
CREATE INDEX group_members_by_user ON group_members (user_id, group_id, role);
DROP INDEX user_labels_by_user;
CREATE INDEX user_labels_by_user ON user_labels (user_id, label_id);
