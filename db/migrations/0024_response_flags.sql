ALTER TABLE "response" ADD COLUMN "reading_seconds" smallint;--> statement-breakpoint
ALTER TABLE "response" ADD COLUMN "flags" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "verbatim" ADD COLUMN "sentence" text;--> statement-breakpoint
ALTER TABLE "response" ADD CONSTRAINT "response_flags_known" CHECK ("response"."flags" <@ array['trap', 'too-fast', 'burst', 'repeated-text', 'straight-line']) NOT VALID;--> statement-breakpoint
-- What a withdrawal empties has grown by how long reading took, and by the flags.
CREATE OR REPLACE FUNCTION refuse_change_of_sealed_response() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  emptied text[] := ARRAY['status', 'status_reason', 'changed_on', 'ratings', 'stakeholder_group', 'quote_consent',
    'channel', 'likeness', 'rating_pattern', 'reading_seconds', 'flags'];
  forgotten text[] := ARRAY['likeness', 'quote_consent', 'receipt_hash', 'idempotency_hash', 'deleted_texts',
    'rating_pattern'];
BEGIN
  IF (TG_OP = 'INSERT' AND is_sealed(NEW.edition_id))
    OR (TG_OP = 'DELETE' AND is_sealed(OLD.edition_id) AND NOT is_past_keeping(OLD))
    OR (TG_OP = 'UPDATE' AND (is_sealed(OLD.edition_id) OR is_sealed(NEW.edition_id)) AND NOT (
      holds_receipt(OLD) AND NEW.status = 'withdrawn' AND NEW.status_reason = 'WITHDRAWN_SEALED'
      AND array_remove(NEW.ratings, NULL) = '{}' AND NEW.flags = '{}'
      AND num_nonnulls(NEW.stakeholder_group, NEW.quote_consent, NEW.channel, NEW.likeness, NEW.reading_seconds) = 0
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
