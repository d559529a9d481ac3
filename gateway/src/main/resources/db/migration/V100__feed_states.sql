-- Where the polling of each municipality stands between two runs. Real time.
CREATE TABLE intake.feed_state (
    municipality_code  text NOT NULL CHECK (municipality_code ~ '^0[0-9]{3}$'),
    source             text NOT NULL,
    all_looked_at      timestamptz,
    all_wanted_at      timestamptz,
    circuit_open_until timestamptz,
    PRIMARY KEY (municipality_code, source)
);

-- What the last dry run would have told: kinds of events and reasons of dead letters with how many of each.
CREATE TABLE intake.feed_dry_run (
    municipality_code text        NOT NULL CHECK (municipality_code ~ '^0[0-9]{3}$'),
    source            text        NOT NULL,
    ended_at          timestamptz NOT NULL,
    found             text        NOT NULL,
    PRIMARY KEY (municipality_code, source)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON intake.feed_state, intake.feed_dry_run TO borgermaaling_gateway;
