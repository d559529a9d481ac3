-- Five schemas, three roles. The roles exist before the first migration (docs/operation.md); every later migration
-- grants on its own tables. Flyway makes ops, because its history lives there.
CREATE SCHEMA intake;
CREATE SCHEMA contact;
CREATE SCHEMA answers;
CREATE SCHEMA report;

GRANT USAGE ON SCHEMA intake, contact, ops TO borgermaaling_gateway;
GRANT USAGE ON SCHEMA answers TO borgermaaling_answers;
GRANT USAGE ON SCHEMA report TO borgermaaling_report;

-- db-scheduler 16, its own layout for PostgreSQL. Real time throughout.
CREATE TABLE ops.scheduled_tasks (
    task_name            text        NOT NULL,
    task_instance        text        NOT NULL,
    task_data            bytea,
    execution_time       timestamptz NOT NULL,
    picked               boolean     NOT NULL,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      NOT NULL,
    priority             smallint,
    PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_tasks_execution_time ON ops.scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_last_heartbeat ON ops.scheduled_tasks (last_heartbeat);
GRANT SELECT, INSERT, UPDATE, DELETE ON ops.scheduled_tasks TO borgermaaling_gateway;

-- The business clock: business time = business_anchor + (real time - real_anchor) * speed. One row.
CREATE TABLE ops.clock (
    only_row        boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    real_anchor     timestamptz      NOT NULL,
    business_anchor timestamptz      NOT NULL,
    speed           double precision NOT NULL CHECK (speed > 0)
);
GRANT SELECT, INSERT, UPDATE ON ops.clock TO borgermaaling_gateway;
