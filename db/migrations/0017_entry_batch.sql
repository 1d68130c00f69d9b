CREATE TABLE "entry_batch" (
	"id" uuid PRIMARY KEY NOT NULL,
	"edition_id" uuid NOT NULL,
	"name" text NOT NULL,
	"channel" text NOT NULL,
	"received_on" date NOT NULL,
	"expected" integer NOT NULL,
	"begun_by_name" text NOT NULL,
	"finished_with" integer,
	"finish_reason" text,
	"finished_by_name" text,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "entry_batch_name" UNIQUE("edition_id","name"),
	CONSTRAINT "entry_batch_edition" UNIQUE("id","edition_id"),
	CONSTRAINT "entry_batch_name_length" CHECK (char_length("entry_batch"."name") between 1 and 40),
	CONSTRAINT "entry_batch_expected_range" CHECK ("entry_batch"."expected" between 1 and 2000),
	CONSTRAINT "entry_batch_finished_whole" CHECK (("entry_batch"."finished_with" is null) = ("entry_batch"."finished_by_name" is null)),
	CONSTRAINT "entry_batch_total_or_reason" CHECK ("entry_batch"."finished_with" is null or "entry_batch"."finished_with" = "entry_batch"."expected" or "entry_batch"."finish_reason" is not null),
	CONSTRAINT "entry_batch_reason_length" CHECK (char_length("entry_batch"."finish_reason") between 1 and 200)
);
--> statement-breakpoint
ALTER TABLE "response" ADD COLUMN "batch_id" uuid;--> statement-breakpoint
ALTER TABLE "response" ADD COLUMN "sheet" integer;--> statement-breakpoint
ALTER TABLE "entry_batch" ADD CONSTRAINT "entry_batch_edition_id_edition_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."edition"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_batch" ADD CONSTRAINT "entry_batch_channel" FOREIGN KEY ("edition_id","channel") REFERENCES "public"."channel"("edition_id","code") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
-- Written by hand: the schema's two files would import each other.
ALTER TABLE "response" ADD CONSTRAINT "response_batch"
  FOREIGN KEY ("batch_id", "edition_id") REFERENCES "entry_batch" ("id", "edition_id");
--> statement-breakpoint
ALTER TABLE "response" ADD CONSTRAINT "response_sheet_in_batch"
  CHECK (("batch_id" IS NULL) = ("sheet" IS NULL) AND "sheet" BETWEEN 1 AND 2000);
--> statement-breakpoint
CREATE UNIQUE INDEX "response_sheet" ON "response" ("batch_id", "sheet") WHERE "batch_id" IS NOT NULL;
--> statement-breakpoint
-- How answers came to be counted is sealed with them.
CREATE TRIGGER entry_batch_sealed BEFORE INSERT OR UPDATE OR DELETE ON "entry_batch"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_in_sealed_edition();
--> statement-breakpoint
ALTER TABLE "entry_batch" ENABLE ALWAYS TRIGGER entry_batch_sealed;
--> statement-breakpoint
CREATE TRIGGER entry_batch_never_truncated BEFORE TRUNCATE ON "entry_batch"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncate_of_answers();
--> statement-breakpoint
ALTER TABLE "entry_batch" ENABLE ALWAYS TRIGGER entry_batch_never_truncated;
