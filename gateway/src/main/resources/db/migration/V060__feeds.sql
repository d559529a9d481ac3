-- What polled case systems looked like the last time: the difference to the next look makes events.
CREATE TABLE intake.feed_entity (
    municipality_code text        NOT NULL CHECK (municipality_code ~ '^0[0-9]{3}$'),
    source            text        NOT NULL,
    entity_id         text        NOT NULL,
    version           integer     NOT NULL CHECK (version >= 1),
    state             text        NOT NULL,
    changed_at        timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (municipality_code, source, entity_id)
);

-- What no event could be made of, until the cause is mended. Nothing personal but the case system's own id.
CREATE TABLE intake.dead_letter (
    municipality_code text        NOT NULL CHECK (municipality_code ~ '^0[0-9]{3}$'),
    source            text        NOT NULL,
    entity_id         text        NOT NULL,
    reason            text        NOT NULL,
    detail            text        NOT NULL,
    first_seen        timestamptz NOT NULL DEFAULT now(),
    last_seen         timestamptz NOT NULL DEFAULT now(),
    times             integer     NOT NULL DEFAULT 1,
    PRIMARY KEY (municipality_code, source, entity_id, reason)
);
CREATE INDEX dead_letter_last_seen ON intake.dead_letter (last_seen DESC);

-- How the polling of each municipality goes. Real time.
CREATE TABLE intake.feed_run (
    municipality_code text    NOT NULL CHECK (municipality_code ~ '^0[0-9]{3}$'),
    source            text    NOT NULL,
    last_succeeded    timestamptz,
    last_failed       timestamptz,
    failures_in_a_row integer NOT NULL DEFAULT 0,
    last_failure      text,
    events            bigint  NOT NULL DEFAULT 0,
    PRIMARY KEY (municipality_code, source)
);

GRANT SELECT, INSERT, UPDATE, DELETE
    ON intake.feed_entity, intake.dead_letter, intake.feed_run TO borgermaaling_gateway;
