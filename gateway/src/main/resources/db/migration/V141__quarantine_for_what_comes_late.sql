-- Entries are kept for what comes late, thirty days and a week longer than they count.
UPDATE contact.quarantine SET delete_on = delete_on + 37;
COMMENT ON COLUMN contact.quarantine.delete_on IS 'first day on which nobody may ask for it any more: what comes thirty days late may';
