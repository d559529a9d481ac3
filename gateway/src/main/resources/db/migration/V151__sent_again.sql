-- A step whose outcome was unknown may be sent again by a person or a setting, with the same identifiers (ADR 0030).
ALTER TABLE contact.notification ADD COLUMN resent boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN contact.notification.resent IS 'a call of unknown outcome came before: what ends the step by a rule leaves it unknown';
