-- How an operator has changed the plan of one invitation. It is kept for every step that could be changed, whatever has become of the step,
-- so that a page that shows the plan does not tell whether a reminder was still needed. The last row of a step holds.
CREATE TABLE contact.plan_edit (
    municipality_code text        NOT NULL,
    invitation_id     uuid        NOT NULL,
    step              text        NOT NULL,
    number            integer     NOT NULL,
    planned_for       timestamptz NOT NULL,
    channels          text        NOT NULL,
    taken_out         boolean     NOT NULL,
    reason            text        NOT NULL CHECK (length(reason) BETWEEN 1 AND 300),
    edited_by         text        NOT NULL,
    edited_at         timestamptz NOT NULL,
    PRIMARY KEY (municipality_code, invitation_id, step, number),
    FOREIGN KEY (municipality_code, invitation_id) REFERENCES contact.invitation (municipality_code, id) ON DELETE CASCADE
);
COMMENT ON COLUMN contact.plan_edit.planned_for IS 'business time';
COMMENT ON COLUMN contact.plan_edit.edited_at IS 'real time';
GRANT SELECT, INSERT ON contact.plan_edit TO borgermaaling_gateway;
