-- Plans as data (docs/adr/0031): when a citizen is written to, by which channels, and when the invitation closes. Edited with four eyes
-- (docs/tables.md); what has been planned stays as it was planned. '*' stands for all; the row that names most wins.
CREATE TABLE ops.sending_plan (
    municipality_code text     NOT NULL CHECK (municipality_code ~ '^([*]|0[0-9]{3})$'),
    survey_group      text     NOT NULL,
    mode              text     NOT NULL CHECK (mode IN ('*', 'CONTINUOUS', 'ROUND')),
    variant           text     NOT NULL DEFAULT '',
    wait_hours        smallint NOT NULL CHECK (wait_hours >= 0),
    weekdays          text     NOT NULL CHECK (weekdays ~ '^1?2?3?4?5?6?7?$' AND weekdays <> ''),
    opens             smallint NOT NULL CHECK (opens >= 0),
    closes            smallint NOT NULL CHECK (closes <= 24),
    first_channels    text     NOT NULL,
    reminders         text,
    close_days        smallint NOT NULL CHECK (close_days BETWEEN 1 AND 365),
    valid_from        date     NOT NULL,
    valid_to          date     CHECK (valid_to > valid_from),
    CHECK (opens < closes),
    CONSTRAINT sending_plan_apart
        EXCLUDE USING gist (ops.text_range(municipality_code, municipality_code, '[]') WITH &&,
                            ops.text_range(survey_group, survey_group, '[]') WITH &&, ops.text_range(mode, mode, '[]') WITH &&,
                            ops.text_range(variant, variant, '[]') WITH &&, daterange(valid_from, valid_to) WITH &&)
);
COMMENT ON COLUMN ops.sending_plan.variant IS 'the arm of a trial; empty: everybody';
COMMENT ON COLUMN ops.sending_plan.weekdays IS 'digits, 1 is Monday';
COMMENT ON COLUMN ops.sending_plan.closes IS 'whole hours, Danish civil time, exclusive; opens is inclusive';
COMMENT ON COLUMN ops.sending_plan.reminders IS 'days after the first message, with channels and hours where they are other than usual';
GRANT SELECT, INSERT, DELETE ON ops.sending_plan TO borgermaaling_gateway;

ALTER TABLE contact.notification ADD COLUMN send_window text
    CHECK (send_window ~ '^[1-7]{1,7} [0-9]{1,2}-[0-9]{1,2}$');
COMMENT ON COLUMN contact.notification.send_window IS
    'weekdays and hours of the plan, for example 12345 9-15, which is also what an absent one means';

-- What the gateway plans everybody by, and operators edit: a trial's arms are beside it.
CREATE VIEW ops.sending_plan_of_all AS
    SELECT municipality_code, survey_group, mode, wait_hours, weekdays, opens, closes, first_channels, reminders, close_days, valid_from,
           valid_to, variant
    FROM ops.sending_plan WHERE variant = ''
    WITH CHECK OPTION;
GRANT SELECT, INSERT, DELETE ON ops.sending_plan_of_all TO borgermaaling_gateway;
