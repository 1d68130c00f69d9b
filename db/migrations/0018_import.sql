CREATE TABLE "import_batch" (
	"id" uuid PRIMARY KEY NOT NULL,
	"edition_id" uuid NOT NULL,
	"instrument_version" integer NOT NULL,
	"file_hash" text NOT NULL,
	"columns" jsonb NOT NULL,
	"rows" integer NOT NULL,
	"mapping" jsonb,
	"revision" integer DEFAULT 1 NOT NULL,
	"uploaded_at" timestamp with time zone NOT NULL,
	"uploaded_by" text NOT NULL,
	"accepted_at" timestamp with time zone,
	"accepted_by" text,
	"added" integer,
	CONSTRAINT "import_batch_accepted_whole" CHECK (num_nulls("import_batch"."accepted_at", "import_batch"."accepted_by", "import_batch"."added") in (0, 3))
);
--> statement-breakpoint
CREATE TABLE "import_row" (
	"batch_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"cells" jsonb NOT NULL,
	"answer" jsonb,
	"said" text,
	"problems" jsonb,
	CONSTRAINT "import_row_batch_id_number_pk" PRIMARY KEY("batch_id","number"),
	CONSTRAINT "import_row_good_or_bad" CHECK (num_nonnulls("import_row"."said", "import_row"."problems") <= 1),
	CONSTRAINT "import_row_good_whole" CHECK (("import_row"."said" is null) = ("import_row"."answer" is null))
);
--> statement-breakpoint
ALTER TABLE "import_batch" ADD CONSTRAINT "import_batch_edition_id_edition_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."edition"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_batch_id_import_batch_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."import_batch"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "import_batch_of_edition" ON "import_batch" USING btree ("edition_id","uploaded_at");