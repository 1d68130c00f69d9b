CREATE TABLE "second_keying" (
	"response_id" uuid PRIMARY KEY NOT NULL,
	"first_keyed_by" uuid NOT NULL,
	"keyed_by" uuid NOT NULL,
	"keyed_by_name" text NOT NULL,
	"compared" text[] NOT NULL,
	"differing" text[] NOT NULL,
	"resolved_by_name" text,
	"ratings" smallint[],
	"verbatims" jsonb,
	"stakeholder_group" text,
	"topics" text[],
	"quote_consent" boolean,
	CONSTRAINT "second_keying_by_another" CHECK ("second_keying"."keyed_by" <> "second_keying"."first_keyed_by"),
	CONSTRAINT "second_keying_stakeholder_group_known" CHECK ("second_keying"."stakeholder_group" in ('investor', 'customer', 'supplier', 'employee', 'regulator', 'community', 'academia', 'other')),
	CONSTRAINT "second_keying_resolved_difference" CHECK ("second_keying"."resolved_by_name" is null or "second_keying"."differing" <> '{}'),
	CONSTRAINT "second_keying_kept_while_open" CHECK (case when "second_keying"."differing" <> '{}' and "second_keying"."resolved_by_name" is null
        then num_nulls("second_keying"."ratings", "second_keying"."verbatims", "second_keying"."topics") = 0
        else num_nonnulls("second_keying"."ratings", "second_keying"."verbatims", "second_keying"."topics", "second_keying"."stakeholder_group",
          "second_keying"."quote_consent") = 0 end)
);
--> statement-breakpoint
ALTER TABLE "entry_batch" ADD COLUMN "keyed_twice" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "second_keying" ADD CONSTRAINT "second_keying_response_id_response_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."response"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
-- A second keying is sealed with its answer. It goes with it too: a cascade finds no answer any more that could be sealed.
CREATE TRIGGER second_keying_sealed BEFORE INSERT OR UPDATE OR DELETE ON "second_keying"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_sealed_answer();
--> statement-breakpoint
ALTER TABLE "second_keying" ENABLE ALWAYS TRIGGER second_keying_sealed;
--> statement-breakpoint
CREATE TRIGGER second_keying_never_truncated BEFORE TRUNCATE ON "second_keying"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncate_of_answers();
--> statement-breakpoint
ALTER TABLE "second_keying" ENABLE ALWAYS TRIGGER second_keying_never_truncated;
