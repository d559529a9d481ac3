-- A month in which the sampling changes is drawn by each, with one seed. Shares are of ten thousand.
ALTER TABLE ops.draw_plan ADD COLUMN sampling text;
UPDATE ops.draw_plan p SET sampling = coalesce(
    (SELECT CASE WHEN s.percent IS NULL THEN 'target ' || s.target ELSE 'share ' || s.percent * 100 END
     FROM ops.sampling s
     WHERE s.municipality_code = p.municipality_code AND s.survey_group = p.survey_group
       AND s.valid_from < p.month + interval '1 month' AND (s.valid_to IS NULL OR s.valid_to > p.month)
     ORDER BY s.valid_from LIMIT 1), 'unknown');
ALTER TABLE ops.draw_plan ALTER COLUMN sampling SET NOT NULL;
ALTER TABLE ops.draw_plan DROP CONSTRAINT draw_plan_pkey, ADD PRIMARY KEY (municipality_code, survey_group, month, sampling);
