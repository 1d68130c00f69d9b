CREATE TABLE "edition" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"state" text NOT NULL,
	"report_title" jsonb NOT NULL,
	"company" jsonb NOT NULL,
	"period_start" date NOT NULL,
	"period_end" date NOT NULL,
	"time_zone" text DEFAULT 'Asia/Shanghai' NOT NULL,
	"opens_at" timestamp with time zone,
	"closes_at" timestamp with time zone,
	CONSTRAINT "edition_slug_unique" UNIQUE("slug"),
	CONSTRAINT "edition_slug_form" CHECK ("edition"."slug" ~ '^[0-9]{4}(-[a-z0-9]{1,16})?$'),
	CONSTRAINT "edition_state_known" CHECK ("edition"."state" in ('draft', 'open', 'closed', 'sealed', 'disclosed')),
	CONSTRAINT "edition_period_order" CHECK ("edition"."period_start" <= "edition"."period_end"),
	CONSTRAINT "edition_field_period_order" CHECK ("edition"."opens_at" < "edition"."closes_at")
);
--> statement-breakpoint
CREATE TABLE "instrument" (
	"id" uuid PRIMARY KEY NOT NULL,
	"edition_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"document" jsonb NOT NULL,
	"published_at" timestamp with time zone,
	CONSTRAINT "instrument_version" UNIQUE("edition_id","version"),
	CONSTRAINT "instrument_edition" UNIQUE("id","edition_id"),
	CONSTRAINT "instrument_version_positive" CHECK ("instrument"."version" > 0)
);
--> statement-breakpoint
CREATE TABLE "response" (
	"id" uuid PRIMARY KEY NOT NULL,
	"edition_id" uuid NOT NULL,
	"instrument_id" uuid NOT NULL,
	"idempotency_hash" text NOT NULL,
	"receipt_hash" text NOT NULL,
	"received_on" date NOT NULL,
	"locale" text NOT NULL,
	"channel" text,
	"ratings" smallint[] NOT NULL,
	"status" text DEFAULT 'valid' NOT NULL,
	"status_reason" text,
	CONSTRAINT "response_idempotency" UNIQUE("idempotency_hash"),
	CONSTRAINT "response_receipt" UNIQUE("receipt_hash"),
	CONSTRAINT "response_ratings_scale" CHECK (1 <= all ("response"."ratings") and 5 >= all ("response"."ratings")),
	CONSTRAINT "response_locale_known" CHECK ("response"."locale" in ('zh-CN', 'en')),
	CONSTRAINT "response_channel_form" CHECK ("response"."channel" ~ '^[a-z0-9-]{1,32}$'),
	CONSTRAINT "response_status_known" CHECK ("response"."status" in ('valid', 'on_hold', 'quarantined', 'excluded', 'withdrawn')),
	CONSTRAINT "response_status_reason" CHECK ("response"."status" = 'valid' or "response"."status_reason" is not null)
);
--> statement-breakpoint
CREATE TABLE "verbatim" (
	"response_id" uuid NOT NULL,
	"item" text NOT NULL,
	"content" text NOT NULL,
	CONSTRAINT "verbatim_response_id_item_pk" PRIMARY KEY("response_id","item"),
	CONSTRAINT "verbatim_length" CHECK (char_length("verbatim"."content") between 1 and 2000)
);
--> statement-breakpoint
ALTER TABLE "instrument" ADD CONSTRAINT "instrument_edition_id_edition_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."edition"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "response" ADD CONSTRAINT "response_instrument" FOREIGN KEY ("instrument_id","edition_id") REFERENCES "public"."instrument"("id","edition_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verbatim" ADD CONSTRAINT "verbatim_response_id_response_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."response"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "response_in_edition" ON "response" USING btree ("edition_id","id");--> statement-breakpoint
CREATE INDEX "verbatim_by_item" ON "verbatim" USING btree ("item","response_id");