-- Since when the person of a closed invitation waits for a new link.
ALTER TABLE invitations ADD COLUMN asked_at TIMESTAMPTZ;
CREATE INDEX invitations_asked ON invitations (organization_id, id) WHERE asked_at IS NOT NULL;
-- The list of invitations says of each what became of its latest message.
CREATE INDEX messages_by_invitation ON messages (invitation_id, id) WHERE invitation_id IS NOT NULL;
