-- What array_to_string does is the same for the same numbers for ever, which Postgres does not promise for every type.
CREATE FUNCTION pattern_of_ratings(ratings smallint[]) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  AS $$ SELECT pg_catalog.array_to_string(ratings, '', '-') $$;
--> statement-breakpoint
-- Before a row is written its generated column is not yet there: it is made of the ratings, which are compared.
CREATE OR REPLACE FUNCTION refuse_change_of_sealed_response() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  emptied text[] := ARRAY['status', 'status_reason', 'changed_on', 'ratings', 'stakeholder_group', 'quote_consent',
    'channel', 'likeness', 'rating_pattern'];
  forgotten text[] := ARRAY['likeness', 'quote_consent', 'receipt_hash', 'idempotency_hash', 'deleted_texts',
    'rating_pattern'];
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
--> statement-breakpoint
ALTER TABLE "response" ADD COLUMN "rating_pattern" text COLLATE "C" GENERATED ALWAYS AS (pattern_of_ratings(ratings)) STORED NOT NULL;--> statement-breakpoint
CREATE INDEX "response_counted" ON "response" USING btree ("edition_id","instrument_id","status","status_reason","rating_pattern");--> statement-breakpoint
CREATE INDEX "response_counted_by_group" ON "response" USING btree ("edition_id","status","stakeholder_group","rating_pattern");--> statement-breakpoint
CREATE INDEX "response_counted_by_channel" ON "response" USING btree ("edition_id","status","channel","rating_pattern");--> statement-breakpoint
CREATE INDEX "response_counted_by_language" ON "response" USING btree ("edition_id","status","locale","rating_pattern");