-- The vault. The only table of contact that does not lead with the municipality code: a citizen who moves stays the same
-- row, the keyed hash must be unique over the whole installation, and an open invitation counts in any municipality.
-- When the other tables are distributed by municipality this one becomes a reference table.
-- Its row is also the lock under which the events of one citizen are processed.
CREATE TABLE contact.citizen (
    id     uuid  PRIMARY KEY,
    kind   text  NOT NULL CHECK (kind IN ('CPR', 'CVR')),
    sealed bytea NOT NULL,
    lookup text  NOT NULL UNIQUE
);
COMMENT ON COLUMN contact.citizen.sealed IS 'the number, AEAD with the id as associated data; the key is not in the database';
COMMENT ON COLUMN contact.citizen.lookup IS 'keyed hash of kind and number; the key is not in the database';

-- What the case systems have told of a citizen in a municipality, folded from intake.case_event; can be rebuilt from it.
CREATE TABLE contact.citizen_course (
    municipality_code text NOT NULL,
    citizen_id        uuid NOT NULL REFERENCES contact.citizen,
    group_system      text,
    group_code        text,
    group_start       date,
    group_ended       date,
    course_start      date,
    responsible_actor text,
    died_on           date,
    moved_on          date,
    exempted_on       date,
    PRIMARY KEY (municipality_code, citizen_id)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON contact.citizen, contact.citizen_course TO borgermaaling_gateway;
