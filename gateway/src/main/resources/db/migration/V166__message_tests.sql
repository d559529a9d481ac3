-- Tests of texts that operators have sent; to whom is kept nowhere. The id is the form's, so that one is sent once.
CREATE TABLE ops.message_test (
    id                uuid        PRIMARY KEY,
    message_uuid      uuid        NOT NULL UNIQUE,
    text_id           uuid,
    municipality_code text        NOT NULL CHECK (municipality_code ~ '^0[0-9]{3}$'),
    actor             text        NOT NULL,
    begun_at          timestamptz NOT NULL,
    outcome           text        NOT NULL CHECK (outcome IN ('SENDING', 'ACCEPTED', 'REFUSED', 'NOT_SENT', 'UNKNOWN')),
    reason            text        NOT NULL
);
COMMENT ON COLUMN ops.message_test.text_id IS 'absent for a built-in text';
CREATE INDEX message_test_begun ON ops.message_test (begun_at);

GRANT SELECT, INSERT ON ops.message_test TO borgermaaling_gateway;
GRANT UPDATE (outcome, reason) ON ops.message_test TO borgermaaling_gateway;
