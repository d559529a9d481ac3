-- Shares are whole percents, as people write them; both tables are edited with four eyes (docs/tables.md), so that two rows of one
-- key never hold on one day.
ALTER TABLE ops.sampling ADD COLUMN percent smallint CHECK (percent BETWEEN 1 AND 100);
UPDATE ops.sampling SET percent = greatest(1, round(share * 100)) WHERE share IS NOT NULL;
ALTER TABLE ops.sampling DROP COLUMN share;
ALTER TABLE ops.sampling ADD CHECK ((percent IS NULL) <> (target IS NULL));
GRANT DELETE ON ops.selection_terms, ops.sampling TO borgermaaling_gateway;

ALTER TABLE ops.selection_terms ADD CONSTRAINT selection_terms_apart
    EXCLUDE USING gist (ops.text_range(municipality_code, municipality_code, '[]') WITH &&, daterange(valid_from, valid_to) WITH &&);
ALTER TABLE ops.sampling ADD CONSTRAINT sampling_apart
    EXCLUDE USING gist (ops.text_range(municipality_code, municipality_code, '[]') WITH &&,
                        ops.text_range(survey_group, survey_group, '[]') WITH &&, daterange(valid_from, valid_to) WITH &&);

-- Who planned a round, and when (real time); rounds of before have neither.
ALTER TABLE ops.selection_round ADD COLUMN planned_by text, ADD COLUMN planned_at timestamptz;
GRANT DELETE ON ops.selection_round TO borgermaaling_gateway;
