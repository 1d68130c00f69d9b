-- An edition's channels are settings of its, and name what its answers say of how they came: sealed with them.
CREATE TRIGGER channel_sealed BEFORE INSERT OR UPDATE OR DELETE ON "channel"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_in_sealed_edition();
--> statement-breakpoint
ALTER TABLE "channel" ENABLE ALWAYS TRIGGER channel_sealed;
--> statement-breakpoint
CREATE TRIGGER channel_never_truncated BEFORE TRUNCATE ON "channel"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncate_of_answers();
--> statement-breakpoint
ALTER TABLE "channel" ENABLE ALWAYS TRIGGER channel_never_truncated;
