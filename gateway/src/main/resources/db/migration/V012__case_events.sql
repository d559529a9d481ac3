-- Every event that was accepted, as it came; only processed_at is ever changed. Times are business time.
CREATE TABLE intake.case_event (
    municipality_code   text        NOT NULL,
    event_id            uuid        NOT NULL UNIQUE,
    arrival             bigint      NOT NULL GENERATED ALWAYS AS IDENTITY,
    source              text        NOT NULL,
    entity_id           text        NOT NULL,
    version             integer     NOT NULL CHECK (version >= 1),
    withdrawn           boolean     NOT NULL,
    occurred_at         timestamptz NOT NULL,
    received_at         timestamptz NOT NULL,
    citizen_id          uuid        NOT NULL,
    group_system        text,
    group_code          text,
    group_start         date,
    course_start        date,
    responsible_actor   text,
    organisational_unit uuid,
    happening           text        NOT NULL,
    happened_on         date        NOT NULL,
    conversation_type   integer,
    conversation_form   text,
    moved_to            text,
    content_hash        bytea       NOT NULL,
    processed_at        timestamptz,
    PRIMARY KEY (municipality_code, event_id),
    UNIQUE (municipality_code, source, entity_id, version)
);
CREATE INDEX case_event_citizen ON intake.case_event (citizen_id);
CREATE INDEX case_event_arrival ON intake.case_event (municipality_code, arrival);

-- One decision for each event: invited, or the first rule that stopped it. No personal data in facts.
CREATE TABLE intake.decision (
    municipality_code text        NOT NULL,
    event_id          uuid        NOT NULL,
    outcome           text        NOT NULL CHECK (outcome IN ('INVITED', 'STOPPED')),
    reason            text,
    survey_group      text,
    rule_version      text        NOT NULL,
    facts             jsonb       NOT NULL,
    decided_at        timestamptz NOT NULL,
    PRIMARY KEY (municipality_code, event_id),
    CHECK ((outcome = 'STOPPED') = (reason IS NOT NULL))
);

GRANT SELECT, INSERT, UPDATE ON intake.case_event TO borgermaaling_gateway;
GRANT SELECT, INSERT ON intake.decision TO borgermaaling_gateway;
