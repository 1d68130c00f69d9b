-- What refuses fires also where a session says that it is a replica.
ALTER TABLE "audit_event" ENABLE ALWAYS TRIGGER audit_event_append_only;
--> statement-breakpoint
ALTER TABLE "audit_event" ENABLE ALWAYS TRIGGER audit_event_no_truncate;
--> statement-breakpoint
ALTER TABLE "instrument" ENABLE ALWAYS TRIGGER instrument_immutable;
--> statement-breakpoint
ALTER TABLE "instrument" ENABLE ALWAYS TRIGGER instrument_no_truncate;
--> statement-breakpoint
ALTER TABLE "staff" ENABLE ALWAYS TRIGGER staff_last_administrator_kept;
--> statement-breakpoint
ALTER TABLE "staff" ENABLE ALWAYS TRIGGER staff_last_administrator_not_demoted;
--> statement-breakpoint
-- An event is of the moment in which it is written, whoever writes it: nothing is dated back or ahead.
CREATE FUNCTION stamp_audit_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.at := now();
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER audit_event_stamped BEFORE INSERT ON "audit_event"
  FOR EACH ROW EXECUTE FUNCTION stamp_audit_event();
--> statement-breakpoint
ALTER TABLE "audit_event" ENABLE ALWAYS TRIGGER audit_event_stamped;
