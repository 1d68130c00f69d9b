CREATE TABLE "channel" (
	"edition_id" uuid NOT NULL,
	"code" text NOT NULL,
	"name" jsonb NOT NULL,
	"kind" text NOT NULL,
	"stakeholder_group" text,
	"retired" boolean DEFAULT false NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "channel_edition_id_code_pk" PRIMARY KEY("edition_id","code"),
	CONSTRAINT "channel_code_form" CHECK ("channel"."code" ~ '^[a-z0-9-]{1,32}$'),
	CONSTRAINT "channel_kind_known" CHECK ("channel"."kind" in ('pdf', 'wechat', 'email', 'website', 'sse', 'e-interaction', 'meeting', 'paper', 'phone', 'other')),
	CONSTRAINT "channel_stakeholder_group_known" CHECK ("channel"."stakeholder_group" in ('investor', 'customer', 'supplier', 'employee', 'regulator', 'community', 'academia', 'other'))
);
--> statement-breakpoint
ALTER TABLE "channel" ADD CONSTRAINT "channel_edition_id_edition_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."edition"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "response_by_channel" ON "response" USING btree ("edition_id","channel");
--> statement-breakpoint
-- Every edition gets the list that was built in until now, and whatever else its answers name.
INSERT INTO "channel" ("edition_id", "code", "name", "kind")
  SELECT "edition"."id", "code", jsonb_build_object('zh-CN', "zh", 'en', "en"), "code"
  FROM "edition" CROSS JOIN (VALUES
    ('pdf', '报告PDF', 'Report PDF'),
    ('wechat', '微信', 'WeChat'),
    ('email', '电子邮件', 'E-mail'),
    ('website', '公司网站', 'Company website'),
    ('sse', '上交所网站', 'Shanghai Stock Exchange website'),
    ('meeting', '会议', 'Meeting'),
    ('paper', '纸质', 'Paper'),
    ('phone', '电话', 'Telephone')
  ) AS "built_in" ("code", "zh", "en");
--> statement-breakpoint
INSERT INTO "channel" ("edition_id", "code", "name", "kind")
  SELECT DISTINCT "edition_id", "channel", jsonb_build_object('zh-CN', "channel", 'en', "channel"), 'other'
  FROM "response" WHERE "channel" IS NOT NULL
  ON CONFLICT DO NOTHING;
--> statement-breakpoint
-- Written by hand: the schema's two files would import each other.
ALTER TABLE "response" ADD CONSTRAINT "response_channel"
  FOREIGN KEY ("edition_id", "channel") REFERENCES "channel" ("edition_id", "code");
