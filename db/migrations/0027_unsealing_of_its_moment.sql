-- A mark that was restored with a backup has a transaction's number of the server before, which this server may still come
-- to: so the mark is also of this transaction's moment.
CREATE OR REPLACE FUNCTION refuse_change_of_sealed_edition() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  moved text[] := ARRAY['state', 'revision'];
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'a sealed edition is not deleted' USING ERRCODE = 'RF003';
  ELSIF to_jsonb(NEW) - moved <> to_jsonb(OLD) - moved OR NOT (
    (OLD.state = 'sealed' AND NEW.state = 'disclosed')
    OR (NEW.state = 'closed' AND EXISTS (
      SELECT FROM public.edition_unsealing u
      WHERE u.edition_id = OLD.id AND u.transaction_id = pg_current_xact_id() AND u.at = now()))
  ) THEN
    RAISE EXCEPTION 'a sealed edition does not change, unless it is unsealed with a reason' USING ERRCODE = 'RF003';
  END IF;
  RETURN NEW;
END $$;
