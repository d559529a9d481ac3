-- Opt-outs by municipality, before suppression. The gateway's role counts them from its own table, as report.participation.
CREATE TABLE report.opt_out_count (
    municipality_code text    PRIMARY KEY CHECK (municipality_code ~ '^0[0-9]{3}$'),
    opted_out         integer NOT NULL CHECK (opted_out >= 0)
);

GRANT SELECT ON report.opt_out_count TO borgermaaling_report;
GRANT SELECT, INSERT, UPDATE ON report.opt_out_count TO borgermaaling_gateway;
