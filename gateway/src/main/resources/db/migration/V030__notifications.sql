-- One row for each step of each invitation; what it means and where it may go: docs/notification-states.md.
CREATE TABLE contact.notification (
    municipality_code text        NOT NULL,
    id                uuid        NOT NULL,
    invitation_id     uuid        NOT NULL,
    step              text        NOT NULL,
    planned_for       timestamptz NOT NULL,
    state             text        NOT NULL CHECK (state IN ('PLANNED', 'CLAIMED', 'SENDING', 'UNKNOWN', 'ACCEPTED', 'DELIVERED',
                                                            'FAILED', 'WITHDRAWN', 'EXPIRED', 'NOT_NEEDED')),
    channel           text        NOT NULL CHECK (channel IN ('DIGITAL_POST')),
    claim             uuid,
    message_uuid      uuid,
    transaction_id    uuid,
    transmission_id   uuid,
    attempts          integer     NOT NULL CHECK (attempts >= 0),
    sent_at           timestamptz,
    delivered_at      timestamptz,
    failure_kind      text,
    failure_reason    text        CHECK (length(failure_reason) <= 300),
    PRIMARY KEY (municipality_code, id),
    FOREIGN KEY (municipality_code, invitation_id) REFERENCES contact.invitation (municipality_code, id)
        DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (municipality_code, invitation_id, step),
    UNIQUE (municipality_code, message_uuid),
    CHECK ((message_uuid IS NULL) = (transaction_id IS NULL)),
    CHECK (message_uuid IS NOT NULL OR state NOT IN ('SENDING', 'UNKNOWN', 'ACCEPTED', 'DELIVERED')),
    CHECK ((failure_kind IS NULL) = (failure_reason IS NULL))
);
CREATE INDEX notification_invitation ON contact.notification (invitation_id);
CREATE INDEX notification_message ON contact.notification (message_uuid);
CREATE INDEX notification_transmission ON contact.notification (transmission_id);
CREATE INDEX notification_first ON contact.notification (municipality_code, planned_for DESC, id) WHERE step = 'first';
COMMENT ON COLUMN contact.notification.planned_for IS 'business time';
COMMENT ON COLUMN contact.notification.sent_at IS 'real time of the last call, committed before it is made';
COMMENT ON COLUMN contact.notification.delivered_at IS 'the time that the receipt names';
COMMENT ON COLUMN contact.notification.claim IS 'the run of the task that took the step last';

-- What Beskedfordeler pushed, as it came. It names no municipality of ours until it is matched.
CREATE TABLE intake.receipt (
    municipality_code text,
    id                uuid        NOT NULL PRIMARY KEY,
    besked_id         text        UNIQUE,
    raw               bytea       NOT NULL,
    received_at       timestamptz NOT NULL,
    status            text        NOT NULL CHECK (status IN ('WAITING', 'MATCHED', 'UNREADABLE', 'PARKED', 'UNMATCHED')),
    notification_id   uuid,
    applied           boolean     NOT NULL,
    tries             integer     NOT NULL,
    CHECK ((municipality_code IS NULL) = (notification_id IS NULL))
);
CREATE INDEX receipt_notification ON intake.receipt (municipality_code, notification_id);
CREATE INDEX receipt_status ON intake.receipt (status, received_at) WHERE status <> 'MATCHED';
COMMENT ON COLUMN intake.receipt.besked_id IS 'the same at every delivery of one message; absent when the message could not be read';
COMMENT ON COLUMN intake.receipt.applied IS 'whether it changed the state of its notification';

GRANT SELECT, INSERT, UPDATE, DELETE ON contact.notification, intake.receipt TO borgermaaling_gateway;
