CREATE TABLE "contact" (
	"id" uuid PRIMARY KEY NOT NULL,
	"response_id" uuid NOT NULL,
	"value" text NOT NULL,
	"consented_on" date NOT NULL,
	CONSTRAINT "contact_of_response" UNIQUE("response_id"),
	CONSTRAINT "contact_length" CHECK (char_length("contact"."value") between 1 and 200),
	CONSTRAINT "contact_one_line" CHECK ("contact"."value" !~ '[\n\r]')
);
--> statement-breakpoint
CREATE TABLE "topic_choice" (
	"response_id" uuid NOT NULL,
	"topic" text NOT NULL,
	CONSTRAINT "topic_choice_response_id_topic_pk" PRIMARY KEY("response_id","topic"),
	CONSTRAINT "topic_choice_form" CHECK ("topic_choice"."topic" ~ '^[a-z][a-z0-9-]{0,39}$')
);
--> statement-breakpoint
-- The one form published so far, that of 2024, asks all four from here on; a later one says which it asks.
ALTER TABLE "instrument" ADD COLUMN "asks" text[] DEFAULT '{stakeholder_group,topics,quote,contact}' NOT NULL;--> statement-breakpoint
ALTER TABLE "instrument" ALTER COLUMN "asks" SET DEFAULT '{}';--> statement-breakpoint
ALTER TABLE "response" ADD COLUMN "stakeholder_group" text;--> statement-breakpoint
ALTER TABLE "response" ADD COLUMN "quote_consent" boolean;--> statement-breakpoint
ALTER TABLE "contact" ADD CONSTRAINT "contact_response_id_response_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."response"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_choice" ADD CONSTRAINT "topic_choice_response_id_response_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."response"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instrument" ADD CONSTRAINT "instrument_asks_known" CHECK ("instrument"."asks" <@ array['stakeholder_group', 'topics', 'quote', 'contact']);--> statement-breakpoint
ALTER TABLE "response" ADD CONSTRAINT "response_stakeholder_group_known" CHECK ("response"."stakeholder_group" in ('investor', 'customer', 'supplier', 'employee', 'regulator', 'community', 'academia', 'other'));