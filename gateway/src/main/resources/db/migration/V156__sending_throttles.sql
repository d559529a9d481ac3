-- How many steps may leave in a minute of real time. '*' is the whole country; 0 is no limit; no row: the setting.
CREATE TABLE ops.sending_throttle (
    municipality_code text        NOT NULL PRIMARY KEY CHECK (municipality_code ~ '^([*]|0[0-9]{3})$'),
    per_minute        integer     NOT NULL CHECK (per_minute >= 0),
    set_by            text        NOT NULL,
    set_at            timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE ON ops.sending_throttle TO borgermaaling_gateway;

-- What has been taken of a minute, by all nodes together, and how many have been sent on to it. Rows live for an hour; what a crash of the
-- whole database loses of them is counted anew.
CREATE UNLOGGED TABLE ops.sending_minute (
    scope   text        NOT NULL,
    minute  timestamptz NOT NULL,
    taken   integer     NOT NULL,
    waiting integer     NOT NULL,
    PRIMARY KEY (scope, minute)
) WITH (fillfactor = 50);
COMMENT ON COLUMN ops.sending_minute.scope IS 'code of a municipality, or * for the whole country';
GRANT SELECT, INSERT, UPDATE, DELETE ON ops.sending_minute TO borgermaaling_gateway;
