-- Whether a receipt changed anything is seen at its notification; nothing read it here.
ALTER TABLE intake.receipt DROP COLUMN applied;
