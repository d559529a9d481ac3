-- Citizens who would have been asked, had the municipality's staff not told us not to (docs/selection.md): in which months, and not
-- why. Unlike contact.opt_out it stays when the municipality takes that back, or the share would say what holds today alone.
-- Counted from this version on: of opt-outs before it nobody knows whether the citizen would have been asked.
CREATE TABLE contact.exclusion (
    municipality_code text NOT NULL CHECK (municipality_code ~ '^0[0-9]{3}$'),
    citizen_id        uuid NOT NULL REFERENCES contact.citizen,
    mode              text NOT NULL CHECK (mode IN ('CONTINUOUS', 'ROUND')),
    month             date NOT NULL CHECK (extract(day FROM month) = 1),
    PRIMARY KEY (municipality_code, citizen_id, mode, month)
);
COMMENT ON COLUMN contact.exclusion.month IS 'Danish month for which the first message would have been planned';
GRANT SELECT, INSERT ON contact.exclusion TO borgermaaling_gateway;

-- Of them, and of everybody who was asked or would have been, by mode, before suppression. Counted by the gateway's role.
CREATE TABLE report.exclusion_count (
    mode              text    NOT NULL CHECK (mode IN ('CONTINUOUS', 'ROUND')),
    municipality_code text    NOT NULL CHECK (municipality_code ~ '^0[0-9]{3}$'),
    excluded          integer NOT NULL CHECK (excluded >= 0),
    concerned         integer NOT NULL CHECK (concerned >= excluded),
    PRIMARY KEY (mode, municipality_code)
);
GRANT SELECT ON report.exclusion_count TO borgermaaling_report;
GRANT SELECT, INSERT, UPDATE ON report.exclusion_count TO borgermaaling_gateway;
