-- Whom the citizen was known as before its CPR number changed; the two rows of contact.citizen are one person then.
ALTER TABLE intake.case_event ADD COLUMN former_citizen_id uuid;
CREATE INDEX case_event_former_citizen ON intake.case_event (former_citizen_id) WHERE former_citizen_id IS NOT NULL;
CREATE INDEX case_event_number_changed ON intake.case_event (citizen_id) WHERE former_citizen_id IS NOT NULL;
