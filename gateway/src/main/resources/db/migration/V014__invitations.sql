-- One row for each citizen that an event led us to ask. Business time. Whether it is answered has no time of its own, so
-- that it cannot be matched with an answer, and is read by the sending code alone.
CREATE TABLE contact.invitation (
    municipality_code text        NOT NULL,
    id                uuid        NOT NULL UNIQUE,
    citizen_id        uuid        NOT NULL REFERENCES contact.citizen,
    survey_group      text        NOT NULL,
    event_id          uuid        NOT NULL,
    source            text        NOT NULL,
    entity_id         text        NOT NULL,
    planned_first     timestamptz NOT NULL,
    closes_at         timestamptz NOT NULL,
    state             text        NOT NULL CHECK (state IN ('PLANNED', 'OPEN', 'WITHDRAWN')),
    stopped           boolean     NOT NULL,
    answered          boolean     NOT NULL,
    PRIMARY KEY (municipality_code, id),
    UNIQUE (municipality_code, event_id)
);
CREATE INDEX invitation_citizen ON contact.invitation (citizen_id);
CREATE INDEX invitation_entity ON contact.invitation (municipality_code, source, entity_id);
COMMENT ON COLUMN contact.invitation.state IS
    'PLANNED: nothing has left; OPEN: the first message was let go; WITHDRAWN: before anything left. Closed is closes_at <= now';
COMMENT ON COLUMN contact.invitation.stopped IS 'no further step leaves, though the first one had';

-- Participation for the roll-up: how many were invited, and to how many the first message was let go.
CREATE VIEW contact.invitation_count AS
SELECT municipality_code,
       survey_group,
       count(*) FILTER (WHERE state <> 'WITHDRAWN') AS invited,
       count(*) FILTER (WHERE state = 'OPEN')       AS first_sent,
       count(*) FILTER (WHERE state = 'WITHDRAWN')  AS withdrawn
FROM contact.invitation
GROUP BY municipality_code, survey_group;

GRANT SELECT, INSERT, UPDATE, DELETE ON contact.invitation TO borgermaaling_gateway;
GRANT SELECT ON contact.invitation_count TO borgermaaling_gateway;
