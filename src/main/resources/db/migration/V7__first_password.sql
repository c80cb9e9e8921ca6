-- Whether the person has to choose another password before anything else. The first administrator's, which was made at
-- random and printed, has to be: true. Once a password was changed: false. Null where nobody asks.
alter table person add column must_change_password boolean null;
