-- Senders choose event ids: one is unique within its municipality (the primary key), not over all of them.
ALTER TABLE intake.case_event DROP CONSTRAINT case_event_event_id_key;

UPDATE ops.scheduled_tasks t
SET task_instance = e.municipality_code || ':' || e.event_id
FROM intake.case_event e
WHERE t.task_name = 'process-case-event' AND t.task_instance = e.event_id::text;
