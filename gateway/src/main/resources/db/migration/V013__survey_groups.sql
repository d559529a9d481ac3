-- Survey groups and what leads to them, effective-dated: valid_to is exclusive and Danish civil time. Five groups today; a new
-- main act with other target groups is expected on 1 January 2027: the rows of today then get a valid_to, and new ones follow.
CREATE TABLE ops.survey_group (
    id         text    NOT NULL CHECK (id ~ '^[a-z]+$'),
    name       text    NOT NULL,
    position   integer NOT NULL,
    valid_from date    NOT NULL,
    valid_to   date,
    PRIMARY KEY (id, valid_from)
);

-- A code without survey_group is known and not surveyed; a code without a row is unknown and never guessed.
CREATE TABLE ops.target_group_mapping (
    code_system  text NOT NULL,
    code         text NOT NULL,
    survey_group text,
    valid_from   date NOT NULL,
    valid_to     date,
    PRIMARY KEY (code_system, code, valid_from)
);

-- Held conversations of these types (DFDG's InterviewTypeIdentifier) lead to an invitation in these groups.
CREATE TABLE ops.conversation_trigger (
    type_id      integer NOT NULL,
    survey_group text    NOT NULL,
    valid_from   date    NOT NULL,
    valid_to     date,
    PRIMARY KEY (type_id, survey_group, valid_from)
);

GRANT SELECT ON ops.survey_group, ops.target_group_mapping, ops.conversation_trigger TO borgermaaling_gateway;

INSERT INTO ops.survey_group (id, name, position, valid_from) VALUES
    ('dagpenge', 'Dagpenge', 1, DATE '2020-01-01'),
    ('sygedagpenge', 'Sygedagpenge', 2, DATE '2020-01-01'),
    ('jobparate', 'Job- og uddannelsesparate', 3, DATE '2020-01-01'),
    ('aktivitetsparate', 'Aktivitetsparate', 4, DATE '2020-01-01'),
    ('jobafklaring', 'Jobafklaring', 5, DATE '2020-01-01');

-- LAB6: section 6 of the act on active employment (lov om en aktiv beskaeftigelsesindsats); LAB2: section 2 of the act before
-- 2020, still sent by some case systems.
INSERT INTO ops.target_group_mapping (code_system, code, survey_group, valid_from) VALUES
    ('LAB6', '6.1', 'dagpenge', DATE '2020-01-01'),
    ('LAB6', '6.2', 'jobparate', DATE '2020-01-01'),
    ('LAB6', '6.3', 'aktivitetsparate', DATE '2020-01-01'),
    ('LAB6', '6.4', 'jobparate', DATE '2020-01-01'),
    ('LAB6', '6.5', 'aktivitetsparate', DATE '2020-01-01'),
    ('LAB6', '6.6', 'sygedagpenge', DATE '2020-01-01'),
    ('LAB6', '6.7', 'jobafklaring', DATE '2020-01-01'),
    ('LAB6', '6.8', NULL, DATE '2020-01-01'),
    ('LAB6', '6.9', NULL, DATE '2020-01-01'),
    ('LAB6', '6.10', NULL, DATE '2020-01-01'),
    ('LAB6', '6.11', NULL, DATE '2020-01-01'),
    ('LAB6', '6.12', NULL, DATE '2020-01-01'),
    ('LAB6', '6.13', NULL, DATE '2020-01-01'),
    ('LAB2', '2.1', 'dagpenge', DATE '2015-01-01'),
    ('LAB2', '2.2', 'jobparate', DATE '2015-01-01'),
    ('LAB2', '2.3', 'aktivitetsparate', DATE '2015-01-01'),
    ('LAB2', '2.12', 'jobparate', DATE '2015-01-01'),
    ('LAB2', '2.13', 'aktivitetsparate', DATE '2015-01-01'),
    ('LAB2', '2.5', 'sygedagpenge', DATE '2015-01-01'),
    ('LAB2', '2.14', 'jobafklaring', DATE '2015-01-01'),
    ('LAB2', '2.11', NULL, DATE '2015-01-01'),
    ('LAB2', '2.7', NULL, DATE '2015-01-01'),
    ('LAB2', '2.4', NULL, DATE '2015-01-01'),
    ('LAB2', '2.6', NULL, DATE '2015-01-01'),
    ('LAB2', '2.10', NULL, DATE '2015-01-01'),
    ('LAB2', '2.9', NULL, DATE '2015-01-01');

-- 4 follow-up (opfoelgningssamtale), 7 job conversation (jobsamtale), 19 joint conversation with the unemployment fund.
INSERT INTO ops.conversation_trigger (type_id, survey_group, valid_from) VALUES
    (7, 'dagpenge', DATE '2020-01-01'),
    (19, 'dagpenge', DATE '2020-01-01'),
    (4, 'sygedagpenge', DATE '2020-01-01'),
    (7, 'jobparate', DATE '2020-01-01'),
    (7, 'aktivitetsparate', DATE '2020-01-01'),
    (4, 'jobafklaring', DATE '2020-01-01'),
    (7, 'jobafklaring', DATE '2020-01-01');
