-- Every event is written twice: when it comes and when it is decided upon. An index on what waits made the second time a new
-- row in all indexes; with a summary of blocks instead, and room in each block, the row is changed in place (PostgreSQL 16 and
-- newer; on 14 and 15 it is as before). What waits without a task is looked for every five minutes, in blocks that may have some.
DROP INDEX intake.case_event_waiting;
CREATE INDEX case_event_waiting ON intake.case_event USING brin (processed_at) WITH (pages_per_range = 16, autosummarize = on);
ALTER TABLE intake.case_event SET (fillfactor = 55);
