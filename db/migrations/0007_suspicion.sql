CREATE UNLOGGED TABLE "sender_salt" (
	"day" date PRIMARY KEY NOT NULL,
	"salt" text NOT NULL
);
--> statement-breakpoint
CREATE UNLOGGED TABLE "sender_tally" (
	"key" text PRIMARY KEY NOT NULL,
	"count" integer NOT NULL,
	"passed" integer DEFAULT 0 NOT NULL,
	"proven" integer DEFAULT 0 NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "sender_tally_counts" CHECK ("sender_tally"."count" >= 0 and "sender_tally"."passed" >= 0 and "sender_tally"."proven" >= 0)
);
--> statement-breakpoint
ALTER TABLE "response" ADD COLUMN "likeness" text;--> statement-breakpoint
CREATE INDEX "sender_tally_expiry" ON "sender_tally" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "response_like" ON "response" USING btree ("edition_id","likeness","status");--> statement-breakpoint
ALTER TABLE "response" ADD CONSTRAINT "response_withdrawn_without_likeness" CHECK ("response"."status" <> 'withdrawn' or "response"."likeness" is null);