DROP INDEX "response_counted_by_group";--> statement-breakpoint
DROP INDEX "response_counted";--> statement-breakpoint
CREATE INDEX "response_counted_by_day" ON "response" USING btree ("edition_id","status","received_on","channel");--> statement-breakpoint
CREATE INDEX "response_counted" ON "response" USING btree ("edition_id","instrument_id","status","status_reason","stakeholder_group","rating_pattern");