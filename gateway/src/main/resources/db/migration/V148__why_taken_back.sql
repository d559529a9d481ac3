-- Why an invitation was taken back, and when (business time). What had left is marked so: it stays OPEN and is stopped. Absent for those
-- that were taken back before this was kept.
ALTER TABLE contact.invitation
    ADD COLUMN taken_back_because text CHECK (taken_back_because IN
        ('CORRECTED', 'WITHDRAWN', 'CANCELLED', 'DIED', 'MOVED', 'EXEMPTED', 'PROTECTED', 'OPTED_OUT')),
    ADD COLUMN taken_back_at timestamptz,
    ADD CONSTRAINT taken_back_whole CHECK ((taken_back_because IS NULL) = (taken_back_at IS NULL)),
    ADD CONSTRAINT taken_back_is_stopped CHECK (taken_back_because IS NULL OR stopped);
