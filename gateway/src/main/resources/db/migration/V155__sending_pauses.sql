-- What holds steps back without ending them (docs/adr/0031). Times are real. A pause names a municipality, a round, a channel, or fewer of
-- them: NULL is all. It is never deleted, so that it can be told afterwards who stopped what, and why.
CREATE TABLE ops.sending_pause (
    id                uuid        NOT NULL PRIMARY KEY,
    municipality_code text,
    round_id          uuid,
    channel           text        CHECK (channel IN ('DIGITAL_POST', 'LETTER', 'NEMSMS')),
    cause             text        NOT NULL CHECK (cause IN ('PERSON', 'AGREEMENT', 'CONFIGURATION', 'OTHER')),
    reason            text        NOT NULL CHECK (length(reason) BETWEEN 1 AND 300),
    paused_by         text,
    paused_at         timestamptz NOT NULL,
    resumed_by        text,
    resumed_at        timestamptz,
    CHECK ((cause = 'PERSON') = (paused_by IS NOT NULL)),
    CHECK ((resumed_by IS NULL) = (resumed_at IS NULL))
);
CREATE INDEX sending_pause_active ON ops.sending_pause (paused_at) WHERE resumed_at IS NULL;
CREATE UNIQUE INDEX sending_pause_by_the_system ON ops.sending_pause (municipality_code, channel)
    WHERE resumed_at IS NULL AND cause <> 'PERSON';
GRANT SELECT, INSERT ON ops.sending_pause TO borgermaaling_gateway;
GRANT UPDATE (resumed_by, resumed_at) ON ops.sending_pause TO borgermaaling_gateway;
