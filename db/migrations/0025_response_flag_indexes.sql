-- concurrently
DROP INDEX CONCURRENTLY IF EXISTS "response_flagged";--> statement-breakpoint
CREATE INDEX CONCURRENTLY "response_flagged" ON "response" USING btree ("edition_id","status","flags","reading_seconds","rating_pattern") WHERE "response"."flags" <> '{}';--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS "response_by_reading";--> statement-breakpoint
CREATE INDEX CONCURRENTLY "response_by_reading" ON "response" USING btree ("edition_id","status","reading_seconds","rating_pattern") WHERE "response"."reading_seconds" is not null and "response"."flags" = '{}';--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS "response_timed";--> statement-breakpoint
CREATE INDEX CONCURRENTLY "response_timed" ON "response" USING btree ("edition_id","id") WHERE "response"."reading_seconds" is not null;--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS "verbatim_sentence";--> statement-breakpoint
CREATE INDEX CONCURRENTLY "verbatim_sentence" ON "verbatim" USING btree ("sentence","response_id") WHERE "verbatim"."sentence" is not null;
