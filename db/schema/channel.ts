import { sql } from "drizzle-orm";
import { boolean, check, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { Localized } from "@/lib/locale";
import { CHANNEL_KINDS } from "@/lib/survey/channel";
import { STAKEHOLDER_GROUPS } from "@/lib/survey/stakeholder-group";
import { oneOf } from "./checks";
import { edition } from "./survey";

/**
 * A way by which an edition's form is handed out. Answers refer to it by its code, so that one with answers can be
 * neither deleted nor given another code.
 */
export const channel = pgTable(
  "channel",
  {
    editionId: uuid("edition_id")
      .notNull()
      .references(() => edition.id),
    code: text("code").notNull(),
    name: jsonb("name").$type<Localized>().notNull(),
    kind: text("kind", { enum: CHANNEL_KINDS }).notNull(),
    stakeholderGroup: text("stakeholder_group", { enum: STAKEHOLDER_GROUPS }),
    retired: boolean("retired").notNull().default(false),
    /** Counts the changes, so that who changed an older state is told. */
    revision: integer("revision").notNull().default(1),
  },
  (table) => [
    primaryKey({ columns: [table.editionId, table.code] }),
    check("channel_code_form", sql`${table.code} ~ '^[a-z0-9-]{1,32}$'`),
    check("channel_kind_known", oneOf(table.kind, CHANNEL_KINDS)),
    check("channel_stakeholder_group_known", oneOf(table.stakeholderGroup, STAKEHOLDER_GROUPS)),
  ],
);
