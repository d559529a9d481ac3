-- A round asks many citizens at once: two people of the operators agree on it, and the database sees to it. Real time.
ALTER TABLE ops.selection_round
    ADD COLUMN released_by text,
    ADD COLUMN released_at timestamptz;

-- Rounds that had begun before there were two: nobody knows who would have been the second.
UPDATE ops.selection_round
SET planned_by = coalesce(planned_by, '(unknown)'), released_by = '(earlier)', released_at = coalesce(frozen_at, planned_at, now())
WHERE state <> 'PLANNED';

-- A planned round of before that names nobody is cancelled and planned again.
ALTER TABLE ops.selection_round
    ADD CONSTRAINT two_people CHECK (released_by IS NULL OR (planned_by IS NOT NULL AND released_by <> planned_by)),
    ADD CONSTRAINT released_whole CHECK ((released_by IS NULL) = (released_at IS NULL)),
    ADD CONSTRAINT released_before_it_begins CHECK (state = 'PLANNED' OR released_by IS NOT NULL);

CREATE FUNCTION ops.keep_selection_round() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.state <> 'PLANNED' OR NEW.released_by IS NOT NULL THEN
            RAISE EXCEPTION 'a round is planned before somebody releases it';
        END IF;
        RETURN NEW;
    END IF;
    IF (NEW.municipality_code, NEW.id, NEW.reference_date, NEW.seed, NEW.planned_by, NEW.planned_at) IS DISTINCT FROM
       (OLD.municipality_code, OLD.id, OLD.reference_date, OLD.seed, OLD.planned_by, OLD.planned_at)
       OR (OLD.released_by IS NOT NULL AND (NEW.released_by, NEW.released_at) IS DISTINCT FROM (OLD.released_by, OLD.released_at))
    THEN
        RAISE EXCEPTION 'a round stays as it was planned and released';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER keep_selection_round BEFORE INSERT OR UPDATE ON ops.selection_round
    FOR EACH ROW EXECUTE FUNCTION ops.keep_selection_round();

COMMENT ON COLUMN ops.audit.subject IS
    'what was acted on: our own names and ids (a citizen''s is contact.citizen.id), or a case system''s id without what looks like a CPR number';
