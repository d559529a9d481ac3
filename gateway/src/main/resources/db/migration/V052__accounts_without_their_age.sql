-- Written at the first start and never read.
ALTER TABLE ops.account DROP COLUMN created_at;
