-- Whose number holds now, to the municipality that told of the change: what one municipality tells of a number moves nothing of another's.
CREATE TABLE contact.citizen_number (
    municipality_code text NOT NULL CHECK (municipality_code ~ '^0[0-9]{3}$'),
    citizen_id        uuid NOT NULL REFERENCES contact.citizen,
    now_id            uuid NOT NULL REFERENCES contact.citizen CHECK (now_id <> citizen_id),
    PRIMARY KEY (municipality_code, citizen_id)
);
CREATE INDEX citizen_number_now ON contact.citizen_number (municipality_code, now_id);
COMMENT ON COLUMN contact.citizen_number.now_id IS 'messages of this municipality go to the number of this citizen; no row while the own number holds';
GRANT SELECT, INSERT, UPDATE, DELETE ON contact.citizen_number TO borgermaaling_gateway;

-- What held so far goes on holding where the municipality's own changes, one after another, lead to it.
WITH RECURSIVE told AS (
    SELECT municipality_code, former_citizen_id, citizen_id FROM intake.case_event e
    WHERE former_citizen_id IS NOT NULL AND NOT withdrawn AND NOT EXISTS (
        SELECT FROM intake.case_event higher
        WHERE higher.municipality_code = e.municipality_code AND higher.source = e.source
          AND higher.entity_id = e.entity_id AND higher.version > e.version)),
led AS (
    SELECT * FROM told
    UNION
    SELECT led.municipality_code, led.former_citizen_id, told.citizen_id
    FROM led JOIN told ON told.municipality_code = led.municipality_code AND told.former_citizen_id = led.citizen_id)
INSERT INTO contact.citizen_number (municipality_code, citizen_id, now_id)
SELECT led.municipality_code, citizen.id, citizen.now_id
FROM led JOIN contact.citizen ON citizen.id = led.former_citizen_id AND citizen.now_id = led.citizen_id;

DROP INDEX contact.citizen_now;
ALTER TABLE contact.citizen DROP COLUMN now_id;
