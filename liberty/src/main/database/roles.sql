-- Makes the four roles and hands the database to its owner. A superuser runs it before the gateway's first start; running
-- it again only sets the passwords. Migrations run as the owner and grant each role what it needs.
--   psql -v owner_password=... -v gateway_password=... -v answers_password=... -v report_password=... -d borgermaaling -f roles.sql
DO $$
DECLARE
  role_name text;
BEGIN
  FOREACH role_name IN ARRAY ARRAY['borgermaaling_owner', 'borgermaaling_gateway', 'borgermaaling_answers', 'borgermaaling_report'] LOOP
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = role_name) THEN
      EXECUTE format('CREATE ROLE %I LOGIN', role_name);
    END IF;
  END LOOP;
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
  EXECUTE format('GRANT CREATE, CONNECT ON DATABASE %I TO borgermaaling_owner', current_database());
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO borgermaaling_gateway, borgermaaling_answers, borgermaaling_report', current_database());
END
$$;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
ALTER ROLE borgermaaling_owner PASSWORD :'owner_password';
ALTER ROLE borgermaaling_gateway PASSWORD :'gateway_password';
ALTER ROLE borgermaaling_answers PASSWORD :'answers_password';
ALTER ROLE borgermaaling_report PASSWORD :'report_password';
