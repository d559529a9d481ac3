-- The gateway changes these tables now, and the database keeps their periods apart. text_range makes a key that a GiST
-- index of plain PostgreSQL can compare, without an extension that a hosted database may not allow.
CREATE TYPE ops.text_range AS RANGE (subtype = text);

ALTER TABLE ops.survey_group ADD CHECK (valid_to > valid_from);
ALTER TABLE ops.target_group_mapping ADD CHECK (valid_to > valid_from);
ALTER TABLE ops.conversation_trigger ADD CHECK (valid_to > valid_from);

ALTER TABLE ops.survey_group ADD CONSTRAINT survey_group_apart
    EXCLUDE USING gist (ops.text_range(id, id, '[]') WITH &&, daterange(valid_from, valid_to) WITH &&);
ALTER TABLE ops.target_group_mapping ADD CONSTRAINT target_group_mapping_apart
    EXCLUDE USING gist (ops.text_range(code_system, code_system, '[]') WITH &&, ops.text_range(code, code, '[]') WITH &&,
                        daterange(valid_from, valid_to) WITH &&);
ALTER TABLE ops.conversation_trigger ADD CONSTRAINT conversation_trigger_apart
    EXCLUDE USING gist (int4range(type_id, type_id, '[]') WITH &&, ops.text_range(survey_group, survey_group, '[]') WITH &&,
                        daterange(valid_from, valid_to) WITH &&);
ALTER TABLE ops.fasit_target_group ADD CONSTRAINT fasit_target_group_apart
    EXCLUDE USING gist (ops.text_range(tenant, tenant, '[]') WITH &&,
                        ops.text_range(fasit_id::text, fasit_id::text, '[]') WITH &&, daterange(valid_from, valid_to) WITH &&);

GRANT USAGE ON TYPE ops.text_range TO borgermaaling_gateway;
GRANT INSERT, UPDATE, DELETE ON ops.survey_group, ops.target_group_mapping, ops.conversation_trigger TO borgermaaling_gateway;
