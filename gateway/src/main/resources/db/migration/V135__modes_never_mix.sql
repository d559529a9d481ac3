-- The two modes of asking (ops.selection_terms.mode, rounds) are kept apart from the answer to the report (docs/adr/0024).
-- Answers of before are taken as CONTINUOUS: nothing in them tells, and nothing may be asked for that would.
ALTER TABLE answers.response ADD COLUMN mode text NOT NULL DEFAULT 'CONTINUOUS' CHECK (mode IN ('CONTINUOUS', 'ROUND'));
ALTER TABLE answers.response ALTER COLUMN mode DROP DEFAULT;

-- The next count writes all of these again, by mode. No row is over both.
ALTER TABLE report.cell ADD COLUMN mode text NOT NULL DEFAULT 'CONTINUOUS' CHECK (mode IN ('CONTINUOUS', 'ROUND'));
ALTER TABLE report.cell ALTER COLUMN mode DROP DEFAULT, DROP CONSTRAINT cell_pkey,
    ADD PRIMARY KEY (mode, municipality_code, survey_group, theme);
ALTER TABLE report.response_count ADD COLUMN mode text NOT NULL DEFAULT 'CONTINUOUS' CHECK (mode IN ('CONTINUOUS', 'ROUND'));
ALTER TABLE report.response_count ALTER COLUMN mode DROP DEFAULT, DROP CONSTRAINT response_count_pkey,
    ADD PRIMARY KEY (mode, municipality_code, survey_group);
ALTER TABLE report.participation ADD COLUMN mode text NOT NULL DEFAULT 'CONTINUOUS' CHECK (mode IN ('CONTINUOUS', 'ROUND'));
ALTER TABLE report.participation ALTER COLUMN mode DROP DEFAULT, DROP CONSTRAINT participation_pkey,
    ADD PRIMARY KEY (mode, municipality_code, survey_group);

-- Between which ISO weeks the answers of a mode lie.
CREATE TABLE report.answer_weeks (
    mode       text PRIMARY KEY CHECK (mode IN ('CONTINUOUS', 'ROUND')),
    first_week text NOT NULL,
    last_week  text NOT NULL
);
INSERT INTO report.answer_weeks (mode, first_week, last_week)
    SELECT 'CONTINUOUS', first_week, last_week FROM report.count_run WHERE first_week IS NOT NULL;
ALTER TABLE report.count_run DROP COLUMN first_week, DROP COLUMN last_week;
GRANT SELECT, INSERT, DELETE ON report.answer_weeks TO borgermaaling_report;
