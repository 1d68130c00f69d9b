-- concurrently
DROP INDEX CONCURRENTLY IF EXISTS "response_counted_by_day";--> statement-breakpoint
CREATE INDEX CONCURRENTLY "response_counted_by_day" ON "response" USING btree ("edition_id","status","received_on","channel","stakeholder_group");
