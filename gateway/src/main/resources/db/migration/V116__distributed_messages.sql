-- Messages of Beskedfordeler with case events, as they came, from their delivery until they are understood; then only their ids,
-- so that another delivery changes nothing. Sealed, with the key outside the database. Real time.
CREATE TABLE intake.distributed_message (
    id          uuid        PRIMARY KEY,
    sealed      bytea,
    received_at timestamptz NOT NULL
);
CREATE INDEX distributed_message_received_at ON intake.distributed_message (received_at);

GRANT SELECT, INSERT, UPDATE, DELETE ON intake.distributed_message TO borgermaaling_gateway;
