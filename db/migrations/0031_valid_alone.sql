-- concurrently
DROP INDEX CONCURRENTLY IF EXISTS "response_valid_by_group";--> statement-breakpoint
CREATE INDEX CONCURRENTLY "response_valid_by_group" ON "response" USING btree ("edition_id","instrument_id","stakeholder_group","rating_pattern") WHERE "response"."status" = 'valid';--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS "response_valid_by_channel";--> statement-breakpoint
CREATE INDEX CONCURRENTLY "response_valid_by_channel" ON "response" USING btree ("edition_id","channel","rating_pattern") WHERE "response"."status" = 'valid';--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS "response_valid_by_language";--> statement-breakpoint
CREATE INDEX CONCURRENTLY "response_valid_by_language" ON "response" USING btree ("edition_id","locale","rating_pattern") WHERE "response"."status" = 'valid';--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS "response_valid_by_day";--> statement-breakpoint
CREATE INDEX CONCURRENTLY "response_valid_by_day" ON "response" USING btree ("edition_id","received_on","channel","stakeholder_group") WHERE "response"."status" = 'valid';--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS "response_reviewed";--> statement-breakpoint
CREATE INDEX CONCURRENTLY "response_reviewed" ON "response" USING btree ("edition_id","id") WHERE "response"."status" = 'valid' and "response"."status_reason" is not null;--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS "response_set_aside_by_reason";--> statement-breakpoint
CREATE INDEX CONCURRENTLY "response_set_aside_by_reason" ON "response" USING btree ("edition_id","instrument_id","status","status_reason","rating_pattern") WHERE "response"."status" <> 'valid';
