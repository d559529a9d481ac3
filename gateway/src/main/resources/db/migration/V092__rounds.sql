-- Rounds (maalerunder): everybody who is in a course on the reference date, each at most once. Business time.
CREATE TABLE ops.selection_round (
    municipality_code text        NOT NULL CHECK (municipality_code ~ '^0[0-9]{3}$'),
    id                uuid        NOT NULL UNIQUE,
    reference_date    date        NOT NULL,
    state             text        NOT NULL DEFAULT 'PLANNED' CHECK (state IN ('PLANNED', 'FREEZING', 'FROZEN', 'DONE')),
    seed              text        NOT NULL,
    read_until        uuid,
    frozen_at         timestamptz,
    PRIMARY KEY (municipality_code, id),
    UNIQUE (municipality_code, reference_date)
);
COMMENT ON COLUMN ops.selection_round.seed IS 'with it the draw can be repeated';
COMMENT ON COLUMN ops.selection_round.read_until IS 'the last citizen that was looked at while the population is frozen';

-- The frozen population with what was decided of each: asked, left out by the draw, or stopped by a rule.
CREATE TABLE intake.round_member (
    municipality_code     text             NOT NULL,
    round_id              uuid             NOT NULL,
    citizen_id            uuid             NOT NULL,
    survey_group          text,
    reason                text,
    inclusion_probability double precision CHECK (inclusion_probability > 0 AND inclusion_probability <= 1),
    invited               boolean          NOT NULL DEFAULT false,
    rule_version          text             NOT NULL,
    facts                 jsonb            NOT NULL,
    decided_at            timestamptz      NOT NULL,
    PRIMARY KEY (municipality_code, round_id, citizen_id),
    FOREIGN KEY (municipality_code, round_id) REFERENCES ops.selection_round (municipality_code, id)
);
CREATE INDEX round_member_citizen ON intake.round_member (citizen_id);
COMMENT ON COLUMN intake.round_member.reason IS 'absent while nothing speaks against asking the citizen';

GRANT SELECT, INSERT, UPDATE ON ops.selection_round TO borgermaaling_gateway;
GRANT SELECT, INSERT, UPDATE ON intake.round_member TO borgermaaling_gateway;
