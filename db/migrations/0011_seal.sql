CREATE TABLE "edition_unsealing" (
	"id" uuid PRIMARY KEY NOT NULL,
	"edition_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"staff_name" text NOT NULL,
	"reason" text NOT NULL,
	"transaction_id" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	CONSTRAINT "edition_unsealing_reason_length" CHECK (char_length(btrim("edition_unsealing"."reason")) between 1 and 500)
);
--> statement-breakpoint
ALTER TABLE "edition" ADD COLUMN "revision" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "edition_unsealing" ADD CONSTRAINT "edition_unsealing_edition_id_edition_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."edition"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "edition_unsealing_of_edition" ON "edition_unsealing" USING btree ("edition_id","at");
--> statement-breakpoint
-- Whether an edition is sealed, from here to the end of the transaction: sealing waits for our lock, or we for it.
-- Tables are named with their schema, since a temporary table of the same name would be found first.
CREATE FUNCTION is_sealed(which uuid) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  sealed boolean;
BEGIN
  SELECT e.state IN ('sealed', 'disclosed') INTO sealed FROM public.edition e WHERE e.id = which FOR SHARE;
  RETURN coalesce(sealed, false);
END $$;
--> statement-breakpoint
-- Whether this transaction knows the receipt code of an answer, of which the database keeps but the hash: no more can be
-- asked of a reader, and nobody else can answer.
CREATE FUNCTION holds_receipt(answer public.response) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce(answer.receipt_hash = encode(sha256(convert_to(
    E'receipt-code\n' || current_setting('report_feedback.receipt_code', true), 'UTF8')), 'hex'), false)
$$;
--> statement-breakpoint
-- Whether an answer has been kept for as long as readers were told, by the notice of its edition, which is sealed too.
CREATE FUNCTION is_past_keeping(answer public.response) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce((answer.received_on + make_interval(years => (e.privacy_notice ->> 'responseYears')::int))::date
    < (now() AT TIME ZONE e.time_zone)::date, false)
  FROM public.edition e WHERE e.id = answer.edition_id
$$;
--> statement-breakpoint
-- For tables with an edition_id, none of whose rows may change in a sealed edition.
CREATE FUNCTION refuse_change_in_sealed_edition() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (TG_OP <> 'INSERT' AND is_sealed(OLD.edition_id)) OR (TG_OP <> 'DELETE' AND is_sealed(NEW.edition_id)) THEN
    RAISE EXCEPTION 'the edition is sealed: % of % is refused', TG_OP, TG_TABLE_NAME USING ERRCODE = 'RF003';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
--> statement-breakpoint
-- For tables with a response_id. Rows go with an answer that its reader withdraws, or that has been kept long enough.
CREATE FUNCTION refuse_change_of_sealed_answer() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  answer public.response;
BEGIN
  IF TG_OP <> 'INSERT' THEN
    SELECT r.* INTO answer FROM public.response r WHERE r.id = OLD.response_id;
    IF is_sealed(answer.edition_id)
      AND NOT (TG_OP = 'DELETE' AND (holds_receipt(answer) OR is_past_keeping(answer))) THEN
      RAISE EXCEPTION 'the edition is sealed: % of % is refused', TG_OP, TG_TABLE_NAME USING ERRCODE = 'RF003';
    END IF;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    SELECT r.* INTO answer FROM public.response r WHERE r.id = NEW.response_id;
    IF is_sealed(answer.edition_id) THEN
      RAISE EXCEPTION 'the edition is sealed: % of % is refused', TG_OP, TG_TABLE_NAME USING ERRCODE = 'RF003';
    END IF;
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
--> statement-breakpoint
-- For the answers themselves: the one change is that into an empty, withdrawn row, by who holds the receipt.
CREATE FUNCTION refuse_change_of_sealed_response() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  emptied text[] := ARRAY['status', 'status_reason', 'changed_on', 'ratings', 'stakeholder_group', 'quote_consent',
    'channel', 'likeness'];
BEGIN
  IF (TG_OP = 'INSERT' AND is_sealed(NEW.edition_id))
    OR (TG_OP = 'DELETE' AND is_sealed(OLD.edition_id) AND NOT is_past_keeping(OLD))
    OR (TG_OP = 'UPDATE' AND (is_sealed(OLD.edition_id) OR is_sealed(NEW.edition_id)) AND NOT (
      holds_receipt(OLD) AND NEW.status = 'withdrawn' AND NEW.status_reason = 'WITHDRAWN_SEALED'
      AND array_remove(NEW.ratings, NULL) = '{}'
      AND num_nonnulls(NEW.stakeholder_group, NEW.quote_consent, NEW.channel, NEW.likeness) = 0
      AND to_jsonb(NEW) - emptied = to_jsonb(OLD) - emptied)) THEN
    RAISE EXCEPTION 'the edition is sealed: % of response is refused', TG_OP USING ERRCODE = 'RF003';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
--> statement-breakpoint
-- The sealed edition itself: it can be disclosed, or unsealed together with a mark of this very transaction.
CREATE FUNCTION refuse_change_of_sealed_edition() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  moved text[] := ARRAY['state', 'revision'];
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'a sealed edition is not deleted' USING ERRCODE = 'RF003';
  ELSIF to_jsonb(NEW) - moved <> to_jsonb(OLD) - moved OR NOT (
    (OLD.state = 'sealed' AND NEW.state = 'disclosed')
    OR (NEW.state = 'closed' AND EXISTS (
      SELECT FROM public.edition_unsealing u WHERE u.edition_id = OLD.id AND u.transaction_id = pg_current_xact_id()))
  ) THEN
    RAISE EXCEPTION 'a sealed edition does not change, unless it is unsealed with a reason' USING ERRCODE = 'RF003';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE FUNCTION stamp_unsealing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT is_sealed(NEW.edition_id) THEN
    RAISE EXCEPTION 'the edition is not sealed' USING ERRCODE = 'RF003';
  END IF;
  NEW.at := now();
  NEW.transaction_id := pg_current_xact_id();
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE FUNCTION refuse_change_of_unsealing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the mark of an unsealing stays' USING ERRCODE = 'RF003';
END $$;
--> statement-breakpoint
-- TRUNCATE fires no row trigger; answers go one by one, for a reason, or not at all.
CREATE FUNCTION refuse_truncate_of_answers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is never truncated: sealed answers may be in it', TG_TABLE_NAME USING ERRCODE = 'RF003';
END $$;
--> statement-breakpoint
-- ALWAYS: also where a session says it is a replica, which fires no other trigger.
CREATE TRIGGER edition_unsealing_stamped BEFORE INSERT ON "edition_unsealing"
  FOR EACH ROW EXECUTE FUNCTION stamp_unsealing();
--> statement-breakpoint
ALTER TABLE "edition_unsealing" ENABLE ALWAYS TRIGGER edition_unsealing_stamped;
--> statement-breakpoint
CREATE TRIGGER edition_unsealing_stays BEFORE UPDATE OR DELETE ON "edition_unsealing"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_unsealing();
--> statement-breakpoint
ALTER TABLE "edition_unsealing" ENABLE ALWAYS TRIGGER edition_unsealing_stays;
--> statement-breakpoint
CREATE TRIGGER edition_sealed BEFORE UPDATE OR DELETE ON "edition"
  FOR EACH ROW WHEN (OLD.state IN ('sealed', 'disclosed'))
  EXECUTE FUNCTION refuse_change_of_sealed_edition();
--> statement-breakpoint
ALTER TABLE "edition" ENABLE ALWAYS TRIGGER edition_sealed;
--> statement-breakpoint
CREATE TRIGGER response_sealed BEFORE INSERT OR UPDATE OR DELETE ON "response"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_sealed_response();
--> statement-breakpoint
ALTER TABLE "response" ENABLE ALWAYS TRIGGER response_sealed;
--> statement-breakpoint
CREATE TRIGGER verbatim_sealed BEFORE INSERT OR UPDATE OR DELETE ON "verbatim"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_sealed_answer();
--> statement-breakpoint
ALTER TABLE "verbatim" ENABLE ALWAYS TRIGGER verbatim_sealed;
--> statement-breakpoint
CREATE TRIGGER topic_choice_sealed BEFORE INSERT OR UPDATE OR DELETE ON "topic_choice"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_sealed_answer();
--> statement-breakpoint
ALTER TABLE "topic_choice" ENABLE ALWAYS TRIGGER topic_choice_sealed;
--> statement-breakpoint
-- A contact can always be deleted: a consent is taken back, or the time that readers were told is over.
CREATE TRIGGER contact_sealed BEFORE INSERT OR UPDATE ON "contact"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_sealed_answer();
--> statement-breakpoint
ALTER TABLE "contact" ENABLE ALWAYS TRIGGER contact_sealed;
--> statement-breakpoint
CREATE TRIGGER instrument_sealed BEFORE INSERT OR UPDATE OR DELETE ON "instrument"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_in_sealed_edition();
--> statement-breakpoint
ALTER TABLE "instrument" ENABLE ALWAYS TRIGGER instrument_sealed;
--> statement-breakpoint
CREATE TRIGGER edition_never_truncated BEFORE TRUNCATE ON "edition"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncate_of_answers();
--> statement-breakpoint
ALTER TABLE "edition" ENABLE ALWAYS TRIGGER edition_never_truncated;
--> statement-breakpoint
CREATE TRIGGER response_never_truncated BEFORE TRUNCATE ON "response"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncate_of_answers();
--> statement-breakpoint
ALTER TABLE "response" ENABLE ALWAYS TRIGGER response_never_truncated;
--> statement-breakpoint
CREATE TRIGGER verbatim_never_truncated BEFORE TRUNCATE ON "verbatim"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncate_of_answers();
--> statement-breakpoint
ALTER TABLE "verbatim" ENABLE ALWAYS TRIGGER verbatim_never_truncated;
--> statement-breakpoint
CREATE TRIGGER topic_choice_never_truncated BEFORE TRUNCATE ON "topic_choice"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncate_of_answers();
--> statement-breakpoint
ALTER TABLE "topic_choice" ENABLE ALWAYS TRIGGER topic_choice_never_truncated;
--> statement-breakpoint
CREATE TRIGGER contact_never_truncated BEFORE TRUNCATE ON "contact"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncate_of_answers();
--> statement-breakpoint
ALTER TABLE "contact" ENABLE ALWAYS TRIGGER contact_never_truncated;
--> statement-breakpoint
CREATE TRIGGER instrument_never_truncated BEFORE TRUNCATE ON "instrument"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncate_of_answers();
--> statement-breakpoint
ALTER TABLE "instrument" ENABLE ALWAYS TRIGGER instrument_never_truncated;
--> statement-breakpoint
CREATE TRIGGER edition_unsealing_never_truncated BEFORE TRUNCATE ON "edition_unsealing"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_unsealing();
--> statement-breakpoint
ALTER TABLE "edition_unsealing" ENABLE ALWAYS TRIGGER edition_unsealing_never_truncated;
