-- Answers, cut from people (docs/adr/0007). Nothing here names a person, and no column, sequence or timestamp ties a row to
-- another schema. The gateway's role may put a sealed answer in and never sees one again.
CREATE TABLE answers.sealed_answer (
    id          uuid  PRIMARY KEY, -- random, says nothing
    received_on date  NOT NULL,    -- Danish date in business time: only to know that it has waited long enough
    sealed      bytea NOT NULL     -- all of one length; readable with a key that is not in the database
);
-- Ciphertext has nothing that compression could save.
ALTER TABLE answers.sealed_answer ALTER COLUMN sealed SET STORAGE EXTERNAL;

-- Sealed answers that no key of ours opens: set aside, so that they neither block a batch nor get lost.
CREATE TABLE answers.unreadable_answer (
    id     uuid  PRIMARY KEY,
    sealed bytea NOT NULL
);

-- One row for each questionnaire sent in. Written shuffled by a later batch; id is random and new.
CREATE TABLE answers.response (
    id                    uuid PRIMARY KEY,
    municipality_code     text NOT NULL CHECK (municipality_code ~ '^0[0-9]{3}$'),
    survey_group          text NOT NULL,
    questionnaire_version text NOT NULL,
    iso_week              text NOT NULL CHECK (iso_week ~ '^[0-9]{4}-W[0-5][0-9]$') -- of the answer: the finest time kept
);
CREATE INDEX response_cell ON answers.response (municipality_code, survey_group, iso_week);

CREATE TABLE answers.answer_item (
    response_id uuid     NOT NULL REFERENCES answers.response ON DELETE CASCADE,
    question    text     NOT NULL,
    score       smallint CHECK (score BETWEEN 1 AND 5), -- absent: "don't know", which is never a 3
    PRIMARY KEY (response_id, question)
);

-- What people wrote in their own words, apart from what they chose.
CREATE TABLE answers.comment (
    id                uuid PRIMARY KEY,
    municipality_code text NOT NULL,
    survey_group      text NOT NULL,
    body              text NOT NULL CHECK (char_length(body) BETWEEN 1 AND 1000)
);

GRANT USAGE ON SCHEMA answers TO borgermaaling_gateway, borgermaaling_report;
GRANT INSERT ON answers.sealed_answer TO borgermaaling_gateway;
GRANT SELECT, DELETE ON answers.sealed_answer TO borgermaaling_answers;
GRANT SELECT, INSERT ON answers.unreadable_answer, answers.response, answers.answer_item, answers.comment
    TO borgermaaling_answers;
-- A batch takes out what is there of the same municipality, group and week and writes it again with the new.
GRANT DELETE ON answers.response, answers.comment TO borgermaaling_answers;
GRANT SELECT ON answers.response, answers.answer_item TO borgermaaling_report;

-- What was taken out goes soon: dead rows still show which transaction wrote them.
ALTER TABLE answers.sealed_answer SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 50);
ALTER TABLE answers.response SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 50);
ALTER TABLE answers.answer_item SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500);
ALTER TABLE answers.comment SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 50);
