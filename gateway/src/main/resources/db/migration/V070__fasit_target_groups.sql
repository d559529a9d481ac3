-- Fasit names target groups by a GUID of each tenant; this says which code of the act it is, from day to day.
-- Danish civil dates; valid_to is exclusive.
CREATE TABLE ops.fasit_target_group (
    tenant      text NOT NULL,
    fasit_id    uuid NOT NULL,
    code_system text NOT NULL CHECK (code_system IN ('LAB6', 'LAB2')),
    code        text NOT NULL,
    valid_from  date NOT NULL,
    valid_to    date CHECK (valid_to > valid_from),
    PRIMARY KEY (tenant, fasit_id, valid_from)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON ops.fasit_target_group TO borgermaaling_gateway;
