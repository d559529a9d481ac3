-- When a step left by the business clock: its reminder keeps the planned distance to it.
ALTER TABLE contact.notification ADD COLUMN left_at timestamptz;
COMMENT ON COLUMN contact.notification.left_at IS
    'business time that the distance to a reminder counts from: of the last call, or the planned time when that was in time';
COMMENT ON COLUMN contact.invitation.state IS
    'PLANNED: nothing has left; OPEN: the first message has left, or may have; WITHDRAWN: before anything left. Closed is closes_at <= now';
