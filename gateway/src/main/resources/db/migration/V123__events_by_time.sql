-- What happened in the last 30 days, for the preview of a change. Events come about in the order in which they happen, so a few
-- pages of summary do; a full index would cost every event its share.
CREATE INDEX case_event_occurred_at ON intake.case_event USING brin (occurred_at);
