-- Citizens whom a municipality has asked us not to ask. Business time. Known by id alone; gone when the municipality takes it back.
CREATE TABLE contact.opt_out (
    municipality_code text        NOT NULL,
    citizen_id        uuid        NOT NULL REFERENCES contact.citizen,
    reason            text        NOT NULL CHECK (reason IN ('ASKED_BY_CITIZEN', 'ASKED_BY_REPRESENTATIVE', 'UNABLE_TO_ANSWER',
                                                             'WOULD_BURDEN', 'SAFETY')),
    made_at           timestamptz NOT NULL,
    PRIMARY KEY (municipality_code, citizen_id)
);
COMMENT ON COLUMN contact.opt_out.reason IS 'shown nowhere; the municipality answers for it';

GRANT SELECT, INSERT, UPDATE, DELETE ON contact.opt_out TO borgermaaling_gateway;
