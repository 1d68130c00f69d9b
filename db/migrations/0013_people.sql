CREATE TABLE "password_reset" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"staff_id" uuid NOT NULL,
	"ends_two_factor" boolean NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "password_reset_once" UNIQUE("staff_id")
);
--> statement-breakpoint
CREATE UNLOGGED TABLE "sign_in_brake" (
	"key" text PRIMARY KEY NOT NULL,
	"wrong" integer NOT NULL,
	"free_at" timestamp with time zone NOT NULL,
	"forget_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "staff_invitation" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "staff_invitation_email" UNIQUE("email"),
	CONSTRAINT "staff_invitation_role_known" CHECK ("staff_invitation"."role" in ('viewer', 'analyst', 'administrator')),
	CONSTRAINT "staff_invitation_email_lower_case" CHECK ("staff_invitation"."email" = lower("staff_invitation"."email"))
);
--> statement-breakpoint
CREATE TABLE "staff_policy" (
	"only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"two_factor_required" boolean DEFAULT false NOT NULL,
	CONSTRAINT "staff_policy_one_row" CHECK ("staff_policy"."only")
);
--> statement-breakpoint
CREATE TABLE "staff_two_factor" (
	"id" uuid PRIMARY KEY NOT NULL,
	"staff_id" uuid NOT NULL,
	"secret" text NOT NULL,
	"backup_codes" text NOT NULL,
	"verified" boolean DEFAULT false NOT NULL,
	"failed_verification_count" integer DEFAULT 0 NOT NULL,
	"locked_until" timestamp with time zone,
	CONSTRAINT "staff_two_factor_once" UNIQUE("staff_id")
);
--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "two_factor_enabled" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "last_sign_in_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "password_reset" ADD CONSTRAINT "password_reset_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_two_factor" ADD CONSTRAINT "staff_two_factor_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sign_in_brake_expiry" ON "sign_in_brake" USING btree ("forget_at");
--> statement-breakpoint
-- Somebody can always administer: one transaction at a time takes the role from an administrator, and never the last.
CREATE FUNCTION keep_last_administrator() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('keep_last_administrator'));
  IF NOT EXISTS (SELECT 1 FROM "staff" WHERE "role" = 'administrator' AND "id" <> OLD."id") THEN
    RAISE EXCEPTION 'the last administrator stays' USING ERRCODE = 'RF011';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
--> statement-breakpoint
CREATE TRIGGER staff_last_administrator_kept BEFORE DELETE ON "staff"
  FOR EACH ROW WHEN (OLD."role" = 'administrator') EXECUTE FUNCTION keep_last_administrator();
--> statement-breakpoint
CREATE TRIGGER staff_last_administrator_not_demoted BEFORE UPDATE OF "role" ON "staff"
  FOR EACH ROW WHEN (OLD."role" = 'administrator' AND NEW."role" <> 'administrator')
  EXECUTE FUNCTION keep_last_administrator();
