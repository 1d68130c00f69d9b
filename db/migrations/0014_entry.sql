ALTER TABLE "response" ADD COLUMN "entered_by" uuid;--> statement-breakpoint
CREATE INDEX "response_entered" ON "response" USING btree ("edition_id") WHERE "response"."entered_by" is not null;