-- What the roll-up has counted, before suppression: only dk.borgermaaling.gateway.reporting reads it, as the report role.
-- 'ALL' stands for the nation, all groups or all themes (docs/reporting.md). Which responses there are in answers is read
-- by the report role through the grants of V040 and later.
CREATE TABLE report.cell (
    municipality_code text    NOT NULL CHECK (municipality_code ~ '^(0[0-9]{3}|ALL)$'),
    survey_group      text    NOT NULL,
    theme             text    NOT NULL,
    n                 integer NOT NULL CHECK (n > 0),
    mean              double precision NOT NULL CHECK (mean BETWEEN 1 AND 5),
    deviation         double precision CHECK (deviation >= 0),
    PRIMARY KEY (municipality_code, survey_group, theme)
);

-- Responses per municipality and group, whether or not a theme could be scored.
CREATE TABLE report.response_count (
    municipality_code text    NOT NULL CHECK (municipality_code ~ '^0[0-9]{3}$'),
    survey_group      text    NOT NULL,
    responses         integer NOT NULL CHECK (responses > 0),
    PRIMARY KEY (municipality_code, survey_group)
);

-- When the answers were counted last (real time), and between which ISO weeks they lie.
CREATE TABLE report.count_run (
    only_row   boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    counted_at timestamptz NOT NULL,
    first_week text,
    last_week  text
);

-- Invitations whose first message the post accepted or delivered. The gateway's role counts it from its own tables; it
-- can read none of the others here.
CREATE TABLE report.participation (
    municipality_code text    NOT NULL CHECK (municipality_code ~ '^0[0-9]{3}$'),
    survey_group      text    NOT NULL,
    invited           integer NOT NULL CHECK (invited >= 0),
    PRIMARY KEY (municipality_code, survey_group)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON report.cell, report.response_count, report.count_run TO borgermaaling_report;
GRANT SELECT ON report.participation TO borgermaaling_report;
GRANT USAGE ON SCHEMA report TO borgermaaling_gateway;
GRANT SELECT, INSERT, UPDATE ON report.participation TO borgermaaling_gateway;
