CREATE TABLE "viewer_batch" (
	"response_id" uuid PRIMARY KEY NOT NULL,
	"batch" integer NOT NULL,
	CONSTRAINT "viewer_batch_positive" CHECK ("viewer_batch"."batch" > 0)
);
--> statement-breakpoint
CREATE TABLE "viewer_figures" (
	"edition_id" uuid PRIMARY KEY NOT NULL,
	"figures" jsonb NOT NULL,
	"shown_on" date NOT NULL
);
--> statement-breakpoint
ALTER TABLE "viewer_figures" ADD CONSTRAINT "viewer_figures_edition_id_edition_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."edition"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
-- An answer that is taken back, changed, set aside or let count again comes anew into what viewers are shown, if at all.
CREATE FUNCTION forget_viewer_batch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM public.viewer_batch WHERE response_id = OLD.id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER response_leaves_viewer_batch
  AFTER UPDATE OF status, ratings, stakeholder_group, channel, locale ON "response"
  FOR EACH ROW WHEN ((OLD.status, OLD.ratings, OLD.stakeholder_group, OLD.channel, OLD.locale)
    IS DISTINCT FROM (NEW.status, NEW.ratings, NEW.stakeholder_group, NEW.channel, NEW.locale))
  EXECUTE FUNCTION forget_viewer_batch();
--> statement-breakpoint
CREATE TRIGGER response_deleted_leaves_viewer_batch AFTER DELETE ON "response"
  FOR EACH ROW EXECUTE FUNCTION forget_viewer_batch();
