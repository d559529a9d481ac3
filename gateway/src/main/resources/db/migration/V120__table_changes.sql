-- Changes of tables, by two people. The gateway's role can neither delete one nor touch one that has ended.
CREATE TABLE ops.table_change (
    id                 uuid        PRIMARY KEY,
    table_id           text        NOT NULL,
    state              text        NOT NULL CHECK (state IN ('DRAFT', 'PROPOSED', 'CONFIRMED', 'REJECTED', 'EXPIRED')),
    proposer           text        NOT NULL,
    drafted_at         timestamptz NOT NULL,
    changes            jsonb       NOT NULL,
    note               text        NOT NULL,
    corrects_past      boolean     NOT NULL,
    proposed_at        timestamptz,
    base_version       text,
    proposed_previews  jsonb,
    closed_at          timestamptz,
    closed_by          text,
    closing_note       text,
    confirmed_previews jsonb,
    applied            jsonb,
    CHECK ((state IN ('DRAFT', 'PROPOSED')) = (closed_at IS NULL)),
    CHECK (state NOT IN ('PROPOSED', 'CONFIRMED', 'EXPIRED')
           OR (proposed_at IS NOT NULL AND base_version IS NOT NULL AND proposed_previews IS NOT NULL AND note <> '')),
    CHECK (state NOT IN ('CONFIRMED', 'REJECTED') OR closed_by IS NOT NULL)
);
COMMENT ON COLUMN ops.table_change.base_version IS 'SHA-256 of the rows that the proposal was made on';

-- Four eyes, also for who has got past the gateway's own rules.
ALTER TABLE ops.table_change
    ADD CONSTRAINT two_people CHECK (state <> 'CONFIRMED' OR closed_by <> proposer);

CREATE INDEX table_change_closed ON ops.table_change (closed_at DESC);

CREATE FUNCTION ops.keep_table_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.closed_at IS NOT NULL THEN
        RAISE EXCEPTION 'a change of a table that has ended stays as it is';
    END IF;
    IF OLD.state = 'PROPOSED' AND (NEW.changes, NEW.note, NEW.corrects_past, NEW.proposed_at, NEW.base_version, NEW.proposed_previews)
                     IS DISTINCT FROM (OLD.changes, OLD.note, OLD.corrects_past, OLD.proposed_at, OLD.base_version, OLD.proposed_previews)
    THEN
        RAISE EXCEPTION 'a proposal stays as its proposer made it';
    END IF;
    IF (NEW.id, NEW.table_id, NEW.proposer, NEW.drafted_at) IS DISTINCT FROM (OLD.id, OLD.table_id, OLD.proposer, OLD.drafted_at)
       OR (OLD.state = 'PROPOSED' AND NEW.state = 'DRAFT')
       OR (OLD.state = 'DRAFT' AND NEW.state IN ('CONFIRMED', 'EXPIRED'))
    THEN
        RAISE EXCEPTION 'a change of a table goes from draft to proposal to its end, by its proposer';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER keep_table_change BEFORE UPDATE ON ops.table_change
    FOR EACH ROW EXECUTE FUNCTION ops.keep_table_change();

GRANT SELECT, INSERT, UPDATE ON ops.table_change TO borgermaaling_gateway;

-- What was acted on; our own ids alone.
ALTER TABLE ops.audit ADD COLUMN subject text;
