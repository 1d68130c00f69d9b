-- concurrently
DROP INDEX CONCURRENTLY IF EXISTS "response_timed";--> statement-breakpoint
CREATE INDEX CONCURRENTLY "response_timed" ON "response" USING btree ("edition_id","id","reading_seconds") WHERE "response"."reading_seconds" is not null and "response"."status" = 'valid';
