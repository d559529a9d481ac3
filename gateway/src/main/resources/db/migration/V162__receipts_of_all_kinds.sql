-- What a receipt told (docs/notification-states.md), receipts of other systems, and how long they are kept.
ALTER TABLE intake.receipt
    ADD COLUMN kind text,
    ALTER COLUMN raw DROP NOT NULL,
    DROP CONSTRAINT receipt_status_check,
    ADD CONSTRAINT receipt_status_check
        CHECK (status IN ('WAITING', 'MATCHED', 'UNREADABLE', 'PARKED', 'UNMATCHED', 'FOREIGN')),
    ADD CHECK (raw IS NOT NULL OR status = 'MATCHED');
COMMENT ON COLUMN intake.receipt.kind IS 'absent until it is matched, and of a status that nobody has described';
COMMENT ON COLUMN intake.receipt.raw IS 'as it came; absent when its time was up';
CREATE INDEX receipt_raw ON intake.receipt (received_at) WHERE status = 'MATCHED' AND raw IS NOT NULL;

-- How many were deleted when their time was up, by the Danish day on which they came (real time). Of no municipality: most were other systems'.
CREATE TABLE intake.receipt_count (
    day    date   NOT NULL,
    status text   NOT NULL,
    n      bigint NOT NULL CHECK (n > 0),
    PRIMARY KEY (day, status)
);
GRANT SELECT, INSERT, UPDATE ON intake.receipt_count TO borgermaaling_gateway;

-- Taken, or perhaps taken, and nobody has said what came of it: few, however many steps have ended.
CREATE INDEX notification_without_receipt ON contact.notification (sent_at) WHERE state IN ('ACCEPTED', 'UNKNOWN');
