-- Texts of messages, by two people. The days are Danish civil dates; valid_to is exclusive.
CREATE TABLE ops.message_text (
    id                uuid        PRIMARY KEY,
    name              text        NOT NULL,
    municipality_code text        CHECK (municipality_code ~ '^0[0-9]{3}$'),
    round_id          uuid,
    survey_group      text,
    step              text        NOT NULL CHECK (step IN ('FIRST', 'REMINDER')),
    channel           text        NOT NULL CHECK (channel IN ('DIGITAL_POST', 'LETTER', 'NEMSMS')),
    language          text        NOT NULL,
    variant           text        NOT NULL,
    key               text        NOT NULL,
    subject           text        NOT NULL,
    notification      text        NOT NULL,
    file_name         text        NOT NULL,
    body              text        NOT NULL,
    action_label      text        NOT NULL,
    sms               text        NOT NULL,
    state             text        NOT NULL CHECK (state IN ('DRAFT', 'PROPOSED', 'IN_USE', 'REJECTED')),
    valid_from        date        NOT NULL,
    valid_to          date        CHECK (valid_to >= valid_from),
    note              text        NOT NULL,
    author            text        NOT NULL,
    drafted_at        timestamptz NOT NULL,
    proposed_at       timestamptz,
    decided_by        text,
    decided_at        timestamptz,
    decision_note     text,
    ended_by          text,
    ended_at          timestamptz,
    ended_note        text,
    CHECK (state = 'DRAFT' OR (proposed_at IS NOT NULL AND note <> '')),
    CHECK ((state IN ('IN_USE', 'REJECTED')) = (decided_by IS NOT NULL AND decided_at IS NOT NULL AND decision_note IS NOT NULL)),
    CONSTRAINT message_text_two_people CHECK (state <> 'IN_USE' OR decided_by <> author),
    CONSTRAINT message_text_apart
        EXCLUDE USING gist (ops.text_range(key, key, '[]') WITH &&, daterange(valid_from, valid_to) WITH &&)
        WHERE (state = 'IN_USE')
);
COMMENT ON COLUMN ops.message_text.key IS 'what the text is for, in one line without a null';
CREATE INDEX message_text_key ON ops.message_text (key, drafted_at DESC);

-- Nobody can read tomorrow what was sent today unless its words stay.
CREATE FUNCTION ops.keep_message_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        IF OLD.state <> 'DRAFT' THEN
            RAISE EXCEPTION 'a text that was proposed stays';
        END IF;
        RETURN OLD;
    END IF;
    IF (NEW.id, NEW.author, NEW.drafted_at) IS DISTINCT FROM (OLD.id, OLD.author, OLD.drafted_at)
       OR NOT (OLD.state = NEW.state
               OR (OLD.state = 'DRAFT' AND NEW.state = 'PROPOSED')
               OR (OLD.state = 'PROPOSED' AND NEW.state IN ('IN_USE', 'REJECTED')))
       OR OLD.state = 'REJECTED'
    THEN
        RAISE EXCEPTION 'a text goes from draft to proposal to its end';
    END IF;
    IF OLD.state <> 'DRAFT'
       AND (NEW.name, NEW.key, NEW.subject, NEW.notification, NEW.file_name, NEW.body, NEW.action_label, NEW.sms, NEW.note)
           IS DISTINCT FROM
           (OLD.name, OLD.key, OLD.subject, OLD.notification, OLD.file_name, OLD.body, OLD.action_label, OLD.sms, OLD.note)
    THEN
        RAISE EXCEPTION 'a text that was proposed keeps its words';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER keep_message_text BEFORE UPDATE OR DELETE ON ops.message_text
    FOR EACH ROW EXECUTE FUNCTION ops.keep_message_text();

GRANT SELECT, INSERT, UPDATE, DELETE ON ops.message_text TO borgermaaling_gateway;
