-- Which of Fasit's ids a stored event was told with: an event has the code alone, and the preview of a change of the tenants' tables asks
-- what would have been read otherwise. Kept for the 30 days that a preview looks back. Business time; Danish civil dates.
CREATE TABLE intake.fasit_told_group (
    municipality_code text        NOT NULL CHECK (municipality_code ~ '^0[0-9]{3}$'),
    event_id          uuid        NOT NULL,
    tenant            text        NOT NULL,
    occurred_at       timestamptz NOT NULL,
    fasit_id          uuid        NOT NULL,
    -- The day on which the tenant's table was read.
    read_on           date        NOT NULL,
    -- Of a group that the citizen has left: read as the table last knew it, that day or before.
    has_left          boolean     NOT NULL,
    PRIMARY KEY (municipality_code, event_id),
    FOREIGN KEY (municipality_code, event_id) REFERENCES intake.case_event ON DELETE CASCADE
);

GRANT SELECT, INSERT, DELETE ON intake.fasit_told_group TO borgermaaling_gateway;
