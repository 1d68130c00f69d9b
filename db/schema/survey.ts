import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { LOCALES, type Localized } from "@/lib/locale";
import type { Company } from "@/lib/survey/company";
import { EDITION_STATES } from "@/lib/survey/edition";
import type { Instrument } from "@/lib/survey/instrument";
import { OPTIONAL_QUESTIONS } from "@/lib/survey/optional-question";
import type { PrivacyNotice } from "@/lib/survey/privacy-notice";
import { QUALITY_FLAGS } from "@/lib/survey/quality-flag";
import { RESPONSE_STATUSES } from "@/lib/survey/response-status";
import { STAKEHOLDER_GROUPS } from "@/lib/survey/stakeholder-group";
import type { Topic } from "@/lib/survey/topic";
import { completeNotice, oneOf, someOf } from "./checks";
import { ratingArray } from "./rating-array";
import { responseChecks } from "./response-checks";
import { responseIndexes } from "./response-indexes";

const instant = (name: string) => timestamp(name, { withTimezone: true });

/** One survey round of one report. */
export const edition = pgTable(
  "edition",
  {
    id: uuid("id").primaryKey(),
    slug: text("slug").notNull().unique(),
    state: text("state", { enum: EDITION_STATES }).notNull(),
    reportTitle: jsonb("report_title").$type<Localized>().notNull(),
    company: jsonb("company").$type<Company>().notNull(),
    privacyNotice: jsonb("privacy_notice").$type<PrivacyNotice>().notNull(),
    periodStart: date("period_start").notNull(),
    periodEnd: date("period_end").notNull(),
    timeZone: text("time_zone").notNull().default("Asia/Shanghai"),
    opensAt: instant("opens_at"),
    closesAt: instant("closes_at"),
    /** Raised by every change, so that a form made from an older state is told. */
    revision: integer("revision").notNull().default(1),
  },
  (table) => [
    check("edition_slug_form", sql`${table.slug} ~ '^[0-9]{4}(-[a-z0-9]{1,16})?$'`),
    check("edition_state_known", oneOf(table.state, EDITION_STATES)),
    check(
      "edition_open_with_notice",
      sql`${table.state} <> 'open' or (${completeNotice(table.company, table.privacyNotice)})`,
    ),
    check("edition_period_order", sql`${table.periodStart} <= ${table.periodEnd}`),
    check("edition_field_period_order", sql`${table.opensAt} < ${table.closesAt}`),
  ],
);

/**
 * A version of an edition's form, and which optional questions go with it: what was asked stays with what was answered.
 * A trigger refuses every change once it is published; until then it is the edition's one draft.
 */
export const instrument = pgTable(
  "instrument",
  {
    id: uuid("id").primaryKey(),
    editionId: uuid("edition_id")
      .notNull()
      .references(() => edition.id),
    version: integer("version").notNull(),
    document: jsonb("document").$type<Instrument>().notNull(),
    asks: text("asks", { enum: OPTIONAL_QUESTIONS }).array().notNull().default([]),
    publishedAt: instant("published_at"),
    /** How often a draft was saved: who saves says which one they changed. */
    revision: integer("revision").notNull().default(1),
  },
  (table) => [
    unique("instrument_version").on(table.editionId, table.version),
    uniqueIndex("instrument_one_draft")
      .on(table.editionId)
      .where(sql`${table.publishedAt} is null`),
    unique("instrument_edition").on(table.id, table.editionId),
    check("instrument_version_positive", sql`${table.version} > 0`),
    check("instrument_asks_known", someOf(table.asks, OPTIONAL_QUESTIONS)),
  ],
);

/** One reader's answers. No address, no user agent, no time of day; receipt code and key only as hashes. */
export const response = pgTable(
  "response",
  {
    id: uuid("id").primaryKey(),
    editionId: uuid("edition_id").notNull(),
    instrumentId: uuid("instrument_id").notNull(),
    idempotencyHash: text("idempotency_hash").notNull().unique("response_idempotency"),
    receiptHash: text("receipt_hash").notNull().unique("response_receipt"),
    receivedOn: date("received_on").notNull(),
    /** The day of the last correction or of the withdrawal. */
    changedOn: date("changed_on"),
    locale: text("locale", { enum: LOCALES }).notNull(),
    /** One of the edition's in `channel`: the migration has the foreign key, which would be a circle here. */
    channel: text("channel"),
    ratings: ratingArray("ratings").notNull(),
    /** The ratings as one short text, `5-443`, made by the database: counted from an index without the rows. */
    ratingPattern: text("rating_pattern")
      .notNull()
      .generatedAlwaysAs(sql`pattern_of_ratings(ratings)`),
    stakeholderGroup: text("stakeholder_group", { enum: STAKEHOLDER_GROUPS }),
    /** Whether the reader may be quoted anonymously; null where it was not answered, which is no. */
    quoteConsent: boolean("quote_consent"),
    status: text("status", { enum: RESPONSE_STATUSES }).notNull().default("valid"),
    statusReason: text("status_reason"),
    /** Equal where two answers say the same (`likenessOf`); gone when the texts are. */
    likeness: text("likeness"),
    /** The open items whose texts were deleted once they had been kept long enough: they still count as answered. */
    deletedTexts: text("deleted_texts").array().notNull().default([]),
    /** From the making of the page to the sending, as `keptSeconds` has it; null where it was not timed. */
    readingSeconds: smallint("reading_seconds"),
    /** What was odd when it came, or when another one came: decision 33. Haste beside others is found when it is read. */
    flags: text("flags", { enum: QUALITY_FLAGS }).array().notNull().default([]),
    /** Who typed or imported it; null for what a reader sent. No foreign key: the answer outlives the account. */
    enteredBy: uuid("entered_by"),
    /** The batch and the sheet of it that it was typed from: what ties them to `entry_batch` stands in the migration. */
    batchId: uuid("batch_id"),
    sheet: integer("sheet"),
  },
  (table) => [
    foreignKey({
      name: "response_instrument",
      columns: [table.instrumentId, table.editionId],
      foreignColumns: [instrument.id, instrument.editionId],
    }),
    ...responseIndexes(table),
    ...responseChecks(table),
  ],
);

/** One answered open item: verbatims are read, coded and answered one by one. */
export const verbatim = pgTable(
  "verbatim",
  {
    responseId: uuid("response_id")
      .notNull()
      .references(() => response.id),
    item: text("item").notNull(),
    content: text("content").notNull(),
    /** Equal where two texts of an edition hold the same words (`sentenceOf`); null for what is shorter than a sentence. */
    sentence: text("sentence"),
  },
  (table) => [
    primaryKey({ columns: [table.responseId, table.item] }),
    index("verbatim_by_item").on(table.item, table.responseId),
    index("verbatim_sentence")
      .on(table.sentence, table.responseId)
      .where(sql`${table.sentence} is not null`)
      .concurrently(),
    check("verbatim_length", sql`char_length(${table.content}) between 1 and 2000`),
  ],
);

/** One topic that a reader chose. Which topics there are is the year's list in lib; here a slug has its form only. */
export const topicChoice = pgTable(
  "topic_choice",
  {
    responseId: uuid("response_id")
      .notNull()
      .references(() => response.id),
    topic: text("topic").$type<Topic>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.responseId, table.topic] }),
    check("topic_choice_form", sql`${table.topic} ~ '^[a-z][a-z0-9-]{0,39}$'`),
  ],
);

/** Where a reader wants a reply: apart from the answer, deleted by itself, never joined by an export. */
export const contact = pgTable(
  "contact",
  {
    id: uuid("id").primaryKey(),
    responseId: uuid("response_id")
      .notNull()
      .unique("contact_of_response")
      .references(() => response.id),
    value: text("value").notNull(),
    /** The day of the consent to use it; without consent there is no contact. */
    consentedOn: date("consented_on").notNull(),
  },
  (table) => [
    check("contact_length", sql`char_length(${table.value}) between 1 and 200`),
    check("contact_one_line", sql`${table.value} !~ '[\\n\\r]'`),
  ],
);
