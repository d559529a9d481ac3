-- Lists that employees upload. The file is sealed with a key outside the database and is gone once its rows are
-- registered, or nobody confirmed it in time; nothing of what is in it stands in another column. Real time.
CREATE TABLE ops.case_list (
    id                uuid        PRIMARY KEY,
    municipality_code text        NOT NULL CHECK (municipality_code ~ '^0[0-9]{3}$'),
    uploaded_by       text        NOT NULL,
    uploaded_at       timestamptz NOT NULL,
    state             text        NOT NULL
        CHECK (state IN ('UPLOADED', 'REGISTERING', 'DONE', 'DISCARDED', 'EXPIRED', 'FAILED')),
    kind              text        NOT NULL CHECK (kind IN ('XLSX', 'CSV')),
    row_count         integer     NOT NULL CHECK (row_count >= 0),
    columns           jsonb,
    words             jsonb,
    counts            jsonb       NOT NULL DEFAULT '{}',
    done_row          integer     NOT NULL DEFAULT 0,
    sealed_file       bytea,
    CHECK ((state IN ('UPLOADED', 'REGISTERING')) = (sealed_file IS NOT NULL)),
    CHECK (state <> 'REGISTERING' OR (columns IS NOT NULL AND words IS NOT NULL))
);
-- Encrypted: to try to compress it is work for nothing.
ALTER TABLE ops.case_list ALTER COLUMN sealed_file SET STORAGE EXTERNAL;
CREATE INDEX case_list_uploaded_at ON ops.case_list (municipality_code, uploaded_at DESC);

-- Which rows were refused or set aside, and why: row and field, never what stood there.
CREATE TABLE ops.case_list_note (
    list_id   uuid    NOT NULL REFERENCES ops.case_list ON DELETE CASCADE,
    row       integer NOT NULL,
    field     text,
    code      text    NOT NULL,
    other_row integer NOT NULL DEFAULT 0
);
CREATE INDEX case_list_note_row ON ops.case_list_note (list_id, row);

-- What a municipality chose for lists with the same headings; the headings are known by a hash.
CREATE TABLE ops.case_list_columns (
    municipality_code text  NOT NULL CHECK (municipality_code ~ '^0[0-9]{3}$'),
    signature         text  NOT NULL,
    columns           jsonb NOT NULL,
    PRIMARY KEY (municipality_code, signature)
);

-- What a municipality's own words for codes mean.
CREATE TABLE ops.case_list_word (
    municipality_code text NOT NULL CHECK (municipality_code ~ '^0[0-9]{3}$'),
    field             text NOT NULL,
    word              text NOT NULL CHECK (length(word) <= 100),
    meaning           text NOT NULL,
    PRIMARY KEY (municipality_code, field, word)
);

GRANT SELECT, INSERT, UPDATE, DELETE
    ON ops.case_list, ops.case_list_note, ops.case_list_columns, ops.case_list_word TO borgermaaling_gateway;
