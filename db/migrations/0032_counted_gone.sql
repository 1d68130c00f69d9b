-- concurrently
DROP INDEX CONCURRENTLY IF EXISTS "response_counted";--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS "response_counted_by_channel";--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS "response_counted_by_language";--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS "response_counted_by_day";
