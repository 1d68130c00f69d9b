import { sql } from "drizzle-orm";
import { boolean, check, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { STAKEHOLDER_GROUPS } from "@/lib/survey/stakeholder-group";
import type { Topic } from "@/lib/survey/topic";
import { oneOf } from "./checks";
import { ratingArray } from "./rating-array";
import { response } from "./survey";

/**
 * That another person keyed an answer's sheet again, and in what the two differ. What they keyed is here only while a
 * difference waits to be resolved, and never without the answer.
 */
export const secondKeying = pgTable(
  "second_keying",
  {
    responseId: uuid("response_id")
      .primaryKey()
      .references(() => response.id, { onDelete: "cascade" }),
    firstKeyedBy: uuid("first_keyed_by").notNull(),
    keyedBy: uuid("keyed_by").notNull(),
    keyedByName: text("keyed_by_name").notNull(),
    /** The fields that were compared, and those of them that differed. */
    compared: text("compared").array().notNull(),
    differing: text("differing").array().notNull(),
    resolvedByName: text("resolved_by_name"),
    ratings: ratingArray("ratings"),
    verbatims: jsonb("verbatims").$type<Readonly<Record<string, string>>>(),
    stakeholderGroup: text("stakeholder_group", { enum: STAKEHOLDER_GROUPS }),
    topics: text("topics").array().$type<Topic[]>(),
    quoteConsent: boolean("quote_consent"),
  },
  (table) => [
    check("second_keying_by_another", sql`${table.keyedBy} <> ${table.firstKeyedBy}`),
    check("second_keying_stakeholder_group_known", oneOf(table.stakeholderGroup, STAKEHOLDER_GROUPS)),
    check("second_keying_resolved_difference", sql`${table.resolvedByName} is null or ${table.differing} <> '{}'`),
    check(
      "second_keying_kept_while_open",
      sql`case when ${table.differing} <> '{}' and ${table.resolvedByName} is null
        then num_nulls(${table.ratings}, ${table.verbatims}, ${table.topics}) = 0
        else num_nonnulls(${table.ratings}, ${table.verbatims}, ${table.topics}, ${table.stakeholderGroup},
          ${table.quoteConsent}) = 0 end`,
    ),
  ],
);
