-- A published instrument is what answers refer to: it is neither changed nor deleted, by anyone.
CREATE FUNCTION refuse_change_of_published_instrument() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a published instrument is immutable: publish a new version' USING ERRCODE = 'RF001';
END $$;
--> statement-breakpoint
CREATE TRIGGER instrument_immutable BEFORE UPDATE OR DELETE ON "instrument"
  FOR EACH ROW WHEN (OLD.published_at IS NOT NULL) EXECUTE FUNCTION refuse_change_of_published_instrument();
