-- The queue (dueslag) of Beskedfordeler that a municipality's messages are pulled from: by hand, one row when its subscription is made
-- (docs/operation.md). Real time.
CREATE TABLE ops.dueslag (
    municipality_code text        PRIMARY KEY CHECK (municipality_code ~ '^0[0-9]{3}$'),
    queue             uuid        NOT NULL UNIQUE,
    added_at          timestamptz NOT NULL DEFAULT now(),
    connected_at      timestamptz,
    failed_at         timestamptz,
    failure           text        CHECK (length(failure) <= 300)
);
COMMENT ON COLUMN ops.dueslag.connected_at IS 'when a node was last connected, to the minute';
COMMENT ON COLUMN ops.dueslag.failure IS 'why a node could not connect, or lost its connection; it may be connected since';

GRANT SELECT, UPDATE ON ops.dueslag TO borgermaaling_gateway;
