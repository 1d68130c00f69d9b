CREATE TABLE "exclusion" (
	"response_id" uuid PRIMARY KEY NOT NULL,
	"reason" text NOT NULL,
	"proposed_by" uuid NOT NULL,
	"proposed_by_name" text NOT NULL,
	"confirmed_by" uuid,
	"confirmed_at" timestamp with time zone,
	CONSTRAINT "exclusion_reason_known" CHECK ("exclusion"."reason" in ('DUP', 'TEST', 'ABUSE', 'AD', 'EMPTY', 'BOT')),
	CONSTRAINT "exclusion_by_two" CHECK ("exclusion"."confirmed_by" <> "exclusion"."proposed_by"),
	CONSTRAINT "exclusion_confirmed_whole" CHECK (("exclusion"."confirmed_by" is null) = ("exclusion"."confirmed_at" is null))
);
--> statement-breakpoint
ALTER TABLE "response" ADD COLUMN "deleted_texts" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "exclusion" ADD CONSTRAINT "exclusion_response_id_response_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."response"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "exclusion_proposed" ON "exclusion" USING btree ("response_id") WHERE "exclusion"."confirmed_at" is null;--> statement-breakpoint
CREATE INDEX "response_set_aside" ON "response" USING btree ("edition_id","status","id") WHERE "response"."status" <> 'valid';--> statement-breakpoint
CREATE INDEX "response_with_deleted_texts" ON "response" USING btree ("edition_id") WHERE "response"."deleted_texts" <> '{}';
--> statement-breakpoint
-- A sealed edition keeps its exclusions as it keeps its answers.
CREATE TRIGGER exclusion_sealed BEFORE INSERT OR UPDATE OR DELETE ON "exclusion"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_sealed_answer();
--> statement-breakpoint
ALTER TABLE "exclusion" ENABLE ALWAYS TRIGGER exclusion_sealed;
--> statement-breakpoint
CREATE TRIGGER exclusion_never_truncated BEFORE TRUNCATE ON "exclusion"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncate_of_answers();
--> statement-breakpoint
ALTER TABLE "exclusion" ENABLE ALWAYS TRIGGER exclusion_never_truncated;

--> statement-breakpoint
-- Beside an empty, withdrawn row by who holds the receipt, the one change of a sealed answer is retention's: past the time
-- that readers were told, what leads back to who wrote it goes, and which open items it answered is noted.
CREATE OR REPLACE FUNCTION refuse_change_of_sealed_response() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  emptied text[] := ARRAY['status', 'status_reason', 'changed_on', 'ratings', 'stakeholder_group', 'quote_consent',
    'channel', 'likeness'];
  forgotten text[] := ARRAY['likeness', 'quote_consent', 'receipt_hash', 'idempotency_hash', 'deleted_texts'];
BEGIN
  IF (TG_OP = 'INSERT' AND is_sealed(NEW.edition_id))
    OR (TG_OP = 'DELETE' AND is_sealed(OLD.edition_id) AND NOT is_past_keeping(OLD))
    OR (TG_OP = 'UPDATE' AND (is_sealed(OLD.edition_id) OR is_sealed(NEW.edition_id)) AND NOT (
      holds_receipt(OLD) AND NEW.status = 'withdrawn' AND NEW.status_reason = 'WITHDRAWN_SEALED'
      AND array_remove(NEW.ratings, NULL) = '{}'
      AND num_nonnulls(NEW.stakeholder_group, NEW.quote_consent, NEW.channel, NEW.likeness) = 0
      AND to_jsonb(NEW) - emptied = to_jsonb(OLD) - emptied)
    AND NOT (
      is_past_keeping(OLD) AND NEW.likeness IS NULL AND NEW.quote_consent IS NULL
      AND NEW.deleted_texts = OLD.deleted_texts || ARRAY(
        SELECT v.item FROM public.verbatim v WHERE v.response_id = OLD.id ORDER BY v.item)
      AND to_jsonb(NEW) - forgotten = to_jsonb(OLD) - forgotten)) THEN
    RAISE EXCEPTION 'the edition is sealed: % of response is refused', TG_OP USING ERRCODE = 'RF003';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
