-- Two more code systems. KONTAKTGRUPPE: contact group and visitation category (kontaktgruppe and personkategori) of STAR's data
-- warehouse DFDG, written KG<id>/<category>, or KG<id> for one without a category. LAB2027: the five groups of the main act that is
-- expected in force on 1 January 2027; their codes and names are not known, so the table has none and their codes are unknown until
-- operators add them (docs/tables.md). The rows of today stay open-ended for the same reason.
ALTER TABLE ops.target_group_mapping
    ADD CHECK (code_system IN ('LAB6', 'LAB2', 'KONTAKTGRUPPE', 'LAB2027'));
ALTER TABLE ops.fasit_target_group DROP CONSTRAINT fasit_target_group_code_system_check;
ALTER TABLE ops.fasit_target_group
    ADD CONSTRAINT fasit_target_group_code_system_check CHECK (code_system IN ('LAB6', 'LAB2', 'KONTAKTGRUPPE', 'LAB2027'));

-- Contact groups that are known: 1 insured, with no category or 9, 10, 11; 2 cash benefit, where 4 is ready for a job, 6 and 7 ready
-- for education, 5 ready for activity and 8 not visitated yet, who is not asked until it is known which; 13 jobafklaring.
INSERT INTO ops.target_group_mapping (code_system, code, survey_group, valid_from) VALUES
    ('KONTAKTGRUPPE', 'KG1', 'dagpenge', DATE '2020-01-01'),
    ('KONTAKTGRUPPE', 'KG1/9', 'dagpenge', DATE '2020-01-01'),
    ('KONTAKTGRUPPE', 'KG1/10', 'dagpenge', DATE '2020-01-01'),
    ('KONTAKTGRUPPE', 'KG1/11', 'dagpenge', DATE '2020-01-01'),
    ('KONTAKTGRUPPE', 'KG2/4', 'jobparate', DATE '2020-01-01'),
    ('KONTAKTGRUPPE', 'KG2/5', 'aktivitetsparate', DATE '2020-01-01'),
    ('KONTAKTGRUPPE', 'KG2/6', 'jobparate', DATE '2020-01-01'),
    ('KONTAKTGRUPPE', 'KG2/7', 'jobparate', DATE '2020-01-01'),
    ('KONTAKTGRUPPE', 'KG2/8', NULL, DATE '2020-01-01'),
    ('KONTAKTGRUPPE', 'KG13', 'jobafklaring', DATE '2020-01-01');
