-- The gateway adds and removes rows of these tables and never changes one in place.
REVOKE UPDATE ON ops.selection_terms, ops.sampling, ops.survey_group, ops.target_group_mapping, ops.conversation_trigger
    FROM borgermaaling_gateway;

-- The population of a round goes when its time is up; how many they were stays with the round.
ALTER TABLE ops.selection_round
    ADD COLUMN population integer CHECK (population >= 0),
    ADD COLUMN asked      integer CHECK (asked >= 0),
    ADD COLUMN not_drawn  integer CHECK (not_drawn >= 0);
COMMENT ON COLUMN ops.selection_round.population IS 'absent until the members are deleted';
GRANT DELETE ON intake.round_member TO borgermaaling_gateway;

-- A change of a table begins as a draft, so that two_people and keep_table_change see its whole way.
CREATE FUNCTION ops.begin_table_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.state <> 'DRAFT' THEN
        RAISE EXCEPTION 'a change of a table begins as a draft';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER begin_table_change BEFORE INSERT ON ops.table_change
    FOR EACH ROW EXECUTE FUNCTION ops.begin_table_change();

COMMENT ON CONSTRAINT two_people ON ops.table_change IS
    'No set is recorded as confirmed by whoever proposed it. It binds the gateway''s pages, not the database role as such: who holds the role
can write rows of the tables without any set, or under two names; then no confirmed set, or no log-in of one of them in ops.audit, tells of it.';
