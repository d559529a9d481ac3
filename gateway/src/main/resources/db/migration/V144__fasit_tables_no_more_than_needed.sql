-- What the gateway never does it may not do: files that were taken stay known for good, what was wrong with a row is never rewritten, and
-- rows of the tenants' tables come and go but never change.
REVOKE DELETE ON intake.fasit_file FROM borgermaaling_gateway;
REVOKE UPDATE ON intake.fasit_file_error FROM borgermaaling_gateway;
REVOKE UPDATE ON ops.fasit_target_group FROM borgermaaling_gateway;
