-- A page of the users list is chosen by what an index holds; only its own rows are read whole. So the indexes of ranges hold
-- what else is asked of every row, and the name that the list is sorted by.
DROP INDEX users_by_joined;
CREATE INDEX users_by_joined ON users (organization_id, joined_at, id, state, sort_name);
DROP INDEX users_deletion_due;
CREATE INDEX users_deletion_due ON users (organization_id, state, deletion_date, sort_name, id)
    WHERE deletion_date IS NOT NULL;
DROP INDEX users_by_location;
CREATE INDEX users_by_location ON users (location_id, sort_name, id, organization_id, state) WHERE location_id IS NOT NULL;
DROP INDEX users_by_department;
CREATE INDEX users_by_department ON users (department_id, sort_name, id, organization_id, state)
    WHERE department_id IS NOT NULL;
