-- What was told and could not be understood, kept with its dead letter so that it can be driven again. Sealed, with the key
-- outside the database: it names citizens. A letter may have none (what a poll finds again by itself) or several (versions).
CREATE TABLE intake.parked_letter (
    municipality_code text        NOT NULL CHECK (municipality_code ~ '^0[0-9]{3}$'),
    id                bigint      GENERATED ALWAYS AS IDENTITY,
    source            text        NOT NULL,
    entity_id         text        NOT NULL,
    version           integer     NOT NULL CHECK (version >= 1),
    reason            text        NOT NULL,
    format            text        NOT NULL,
    -- Keyed: the same for the same content, of no use without the key.
    fingerprint       bytea       NOT NULL CHECK (octet_length(fingerprint) = 32),
    -- Null when its time was up, or when the case system has taken it back.
    sealed            bytea,
    -- Business time: how long content is kept follows from how late an event may come.
    parked_at         timestamptz NOT NULL,
    -- The case system has taken the entity back before it was understood: never driven again.
    taken_back        boolean     NOT NULL DEFAULT false CHECK (NOT (taken_back AND sealed IS NOT NULL)),
    PRIMARY KEY (municipality_code, id),
    UNIQUE (municipality_code, source, entity_id, version, fingerprint)
);
CREATE INDEX parked_letter_parked_at ON intake.parked_letter (parked_at) WHERE sealed IS NOT NULL OR taken_back;

-- Runs that drove letters again, and what came of them. Null means all. Real time.
CREATE TABLE intake.redrive_run (
    id                bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    municipality_code text        CHECK (municipality_code ~ '^0[0-9]{3}$'),
    source            text,
    reason            text,
    asker             text        NOT NULL,
    asked_at          timestamptz NOT NULL DEFAULT now(),
    ended_at          timestamptz,
    stored            integer     NOT NULL DEFAULT 0,
    duplicates        integer     NOT NULL DEFAULT 0,
    still_unknown     integer     NOT NULL DEFAULT 0,
    without_content   integer     NOT NULL DEFAULT 0,
    failed            integer     NOT NULL DEFAULT 0
);

GRANT SELECT, INSERT, UPDATE, DELETE ON intake.parked_letter, intake.redrive_run TO borgermaaling_gateway;
