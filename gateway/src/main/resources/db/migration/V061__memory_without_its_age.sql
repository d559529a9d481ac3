-- The version says which state is the later one; nothing read when it was written.
ALTER TABLE intake.feed_entity DROP COLUMN changed_at;
