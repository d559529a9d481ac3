-- The roll-up counts from the tables themselves (report.participation); nothing read this view.
DROP VIEW contact.invitation_count;
