-- Staff who may log in. Times are real time. The password hash names its algorithm and its iterations.
CREATE TABLE ops.account (
    user_name         text PRIMARY KEY CHECK (user_name ~ '^[a-z][a-z0-9.-]{0,63}$'),
    role              text NOT NULL CHECK (role IN ('OPERATOR', 'READER')),
    municipality_code text CHECK (municipality_code ~ '^0[0-9]{3}$'),
    password_hash     text NOT NULL,
    failed_attempts   integer NOT NULL DEFAULT 0 CHECK (failed_attempts >= 0),
    locked_until      timestamptz,
    created_at        timestamptz NOT NULL,
    CHECK ((role = 'READER') = (municipality_code IS NOT NULL))
);

-- Open log-ins, for all nodes: a hash of the token in the browser's cookie.
CREATE TABLE ops.staff_session (
    token_hash bytea PRIMARY KEY,
    user_name  text NOT NULL REFERENCES ops.account ON DELETE CASCADE,
    opened_at  timestamptz NOT NULL,
    used_at    timestamptz NOT NULL
);
CREATE INDEX staff_session_used_at ON ops.staff_session (used_at);

-- Who did and saw what. Rows are added and read; the gateway's role can do nothing else with them.
CREATE TABLE ops.audit (
    id                bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    noted_at          timestamptz NOT NULL,
    actor             text NOT NULL,
    action            text NOT NULL,
    municipality_code text
);

GRANT SELECT, INSERT, UPDATE, DELETE ON ops.account, ops.staff_session TO borgermaaling_gateway;
GRANT SELECT, INSERT ON ops.audit TO borgermaaling_gateway;
