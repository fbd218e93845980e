-- Whether somebody is in the list, told by an index alone, for those who are found by what they have.
CREATE INDEX users_standing ON users (id, organization_id, state);
