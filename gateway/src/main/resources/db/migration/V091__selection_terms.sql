-- On what terms each municipality asks, effective-dated: valid_to is exclusive, Danish civil dates. No row: the standard terms.
CREATE TABLE ops.selection_terms (
    municipality_code  text     NOT NULL CHECK (municipality_code ~ '^0[0-9]{3}$'),
    valid_from         date     NOT NULL,
    valid_to           date     CHECK (valid_to > valid_from),
    mode               text     NOT NULL DEFAULT 'CONTINUOUS' CHECK (mode IN ('CONTINUOUS', 'ROUND')),
    minimum_weeks      smallint NOT NULL DEFAULT 4 CHECK (minimum_weeks >= 0),
    quarantine_weeks   smallint NOT NULL DEFAULT 26 CHECK (quarantine_weeks >= 0),
    asks_protected     boolean  NOT NULL DEFAULT true,
    needs_conversation boolean  NOT NULL DEFAULT true,
    paused             boolean  NOT NULL DEFAULT false,
    PRIMARY KEY (municipality_code, valid_from)
);

-- How many of a survey group are asked: a share of those whom no rule stops, or so many a month. No row: everybody.
CREATE TABLE ops.sampling (
    municipality_code text NOT NULL CHECK (municipality_code ~ '^0[0-9]{3}$'),
    survey_group      text NOT NULL,
    valid_from        date NOT NULL,
    valid_to          date CHECK (valid_to > valid_from),
    share             double precision CHECK (share > 0 AND share <= 1),
    target            integer CHECK (target >= 1),
    PRIMARY KEY (municipality_code, survey_group, valid_from),
    CHECK ((share IS NULL) <> (target IS NULL))
);

-- How a month is drawn, made once and never changed: with the seed every draw can be repeated.
CREATE TABLE ops.draw_plan (
    municipality_code text             NOT NULL CHECK (municipality_code ~ '^0[0-9]{3}$'),
    survey_group      text             NOT NULL,
    month             date             NOT NULL CHECK (extract(day FROM month) = 1),
    probability       double precision NOT NULL CHECK (probability > 0 AND probability <= 1),
    seed              text             NOT NULL,
    expected          bigint           NOT NULL CHECK (expected >= 0),
    PRIMARY KEY (municipality_code, survey_group, month)
);
COMMENT ON COLUMN ops.draw_plan.expected IS 'citizens whom no rule stopped in the month before';

GRANT SELECT, INSERT, UPDATE ON ops.selection_terms, ops.sampling TO borgermaaling_gateway;
GRANT SELECT, INSERT ON ops.draw_plan TO borgermaaling_gateway;

-- How likely a citizen of the stratum was asked, once no rule stopped it; absent when a rule did.
ALTER TABLE intake.decision ADD COLUMN inclusion_probability double precision
    CHECK (inclusion_probability > 0 AND inclusion_probability <= 1);
CREATE INDEX decision_reached_the_draw ON intake.decision (municipality_code, survey_group)
    WHERE inclusion_probability IS NOT NULL;

ALTER TABLE contact.citizen_course
    ADD COLUMN conversation_on date,
    ADD COLUMN course_ended_on date,
    ADD COLUMN protected_on date;

-- Whose number holds now, when the citizen's number has become another.
ALTER TABLE contact.citizen ADD COLUMN now_id uuid REFERENCES contact.citizen CHECK (now_id <> id);
CREATE INDEX citizen_now ON contact.citizen (now_id) WHERE now_id IS NOT NULL;
COMMENT ON COLUMN contact.citizen.now_id IS 'messages go to the number of this row; absent while the own number holds';

-- Who was asked in which week (its Monday): nothing but keyed hashes, of a citizen in a municipality or of a citizen alone.
-- Neither can be read from it, and each row has the day on which it goes.
CREATE TABLE contact.quarantine (
    scope_hash bytea NOT NULL,
    week       date  NOT NULL CHECK (extract(isodow FROM week) = 1),
    delete_on  date  NOT NULL,
    PRIMARY KEY (scope_hash, week)
);
CREATE INDEX quarantine_delete_on ON contact.quarantine (delete_on);
GRANT SELECT, INSERT, UPDATE, DELETE ON contact.quarantine TO borgermaaling_gateway;

-- An invitation comes of an event or of a round.
ALTER TABLE contact.invitation
    ALTER COLUMN event_id DROP NOT NULL,
    ALTER COLUMN source DROP NOT NULL,
    ALTER COLUMN entity_id DROP NOT NULL,
    ADD COLUMN round_id uuid,
    ADD CHECK ((event_id IS NULL) = (round_id IS NOT NULL)),
    ADD CHECK ((event_id IS NULL) = (source IS NULL) AND (event_id IS NULL) = (entity_id IS NULL));
CREATE UNIQUE INDEX invitation_round ON contact.invitation (municipality_code, round_id, citizen_id) WHERE round_id IS NOT NULL;

-- Events are processed by citizen now, many at once (task process-case-events); what waited is found by its sweep.
CREATE INDEX case_event_waiting ON intake.case_event (citizen_id) WHERE processed_at IS NULL;
DELETE FROM ops.scheduled_tasks WHERE task_name = 'process-case-event';
