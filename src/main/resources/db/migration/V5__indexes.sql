-- Somebody's own jobs, newest first: without this, finding them goes through everybody's.
create index job_creator on job (created_by, created_at);
