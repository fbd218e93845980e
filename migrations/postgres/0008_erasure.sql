-- What a person who is erased has left behind is found without a walk.
CREATE INDEX import_rows_by_user ON import_rows (user_id) WHERE user_id IS NOT NULL;
CREATE INDEX invitations_by_email ON invitations (organization_id, email_key);
CREATE INDEX invitations_by_acceptor ON invitations (accepted_by) WHERE accepted_by IS NOT NULL;
