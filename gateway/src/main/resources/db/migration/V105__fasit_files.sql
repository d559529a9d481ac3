-- Delta files of Fasit's tenants: each content of each name once, and how far it has been handed in. Real time.
CREATE TABLE intake.fasit_file (
    municipality_code text        NOT NULL CHECK (municipality_code ~ '^0[0-9]{3}$'),
    id                uuid        NOT NULL DEFAULT gen_random_uuid(),
    tenant            text        NOT NULL,
    name              text        NOT NULL,
    sha256            text        NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    size              bigint      NOT NULL,
    total_rows        bigint      NOT NULL,
    handed_in         bigint      NOT NULL DEFAULT 0 CHECK (handed_in BETWEEN 0 AND total_rows),
    stored            bigint      NOT NULL DEFAULT 0,
    duplicate         bigint      NOT NULL DEFAULT 0,
    rejected          bigint      NOT NULL DEFAULT 0,
    repeats           integer     NOT NULL DEFAULT 0,
    -- Who may hand in the next rows: a node that has lost the file finds another's here and stops.
    reader            uuid,
    begun             timestamptz NOT NULL,
    finished          timestamptz,
    PRIMARY KEY (municipality_code, id),
    UNIQUE (municipality_code, tenant, name, sha256)
);
CREATE INDEX fasit_file_unfinished ON intake.fasit_file (municipality_code, tenant, begun) WHERE finished IS NULL;

-- What was wrong with rows. Nothing of a row but the event's id; event ids are Fasit's own.
CREATE TABLE intake.fasit_file_error (
    municipality_code text   NOT NULL,
    file_id           uuid   NOT NULL,
    row_number        bigint NOT NULL,
    event_id          uuid,
    problem           text   NOT NULL,
    field             text   NOT NULL,
    expected          text   NOT NULL,
    PRIMARY KEY (municipality_code, file_id, row_number),
    FOREIGN KEY (municipality_code, file_id) REFERENCES intake.fasit_file ON DELETE CASCADE
);

-- Files that lie in the folder and of which nothing is taken.
CREATE TABLE intake.fasit_file_refused (
    municipality_code text        NOT NULL CHECK (municipality_code ~ '^0[0-9]{3}$'),
    tenant            text        NOT NULL,
    name              text        NOT NULL,
    reason            text        NOT NULL,
    detail            text        NOT NULL,
    stamp             text        NOT NULL,
    first_seen        timestamptz NOT NULL,
    told              boolean     NOT NULL,
    PRIMARY KEY (municipality_code, tenant, name)
);

GRANT SELECT, INSERT, UPDATE, DELETE
    ON intake.fasit_file, intake.fasit_file_error, intake.fasit_file_refused TO borgermaaling_gateway;
