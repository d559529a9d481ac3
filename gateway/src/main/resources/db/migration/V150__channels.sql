-- A step has an ordered list of channels and goes by the first that reaches the citizen; one UUID stands for the step whatever the channel (ADR 0029).
ALTER TABLE contact.notification DROP CONSTRAINT notification_channel_check;
ALTER TABLE contact.notification ADD COLUMN channels text NOT NULL DEFAULT 'DIGITAL_POST';
ALTER TABLE contact.notification ALTER COLUMN channels DROP DEFAULT;
ALTER TABLE contact.notification ADD CONSTRAINT notification_channel_check
    CHECK (channel IN ('DIGITAL_POST', 'LETTER', 'NEMSMS') AND channel = ANY (string_to_array(channels, ',')));
COMMENT ON COLUMN contact.notification.channel IS 'the one that is tried now, or was tried last';
COMMENT ON COLUMN contact.notification.channels IS 'those of the plan, in the order in which they are tried, parted by commas';
