import { sql } from "drizzle-orm";
import { type AnyPgColumn, check } from "drizzle-orm/pg-core";
import { LOCALES } from "@/lib/locale";
import { QUALITY_FLAGS } from "@/lib/survey/quality-flag";
import { RESPONSE_STATUSES } from "@/lib/survey/response-status";
import { STAKEHOLDER_GROUPS } from "@/lib/survey/stakeholder-group";
import { oneOf, someOf } from "./checks";

type Checked = Record<
  "ratings" | "locale" | "channel" | "stakeholderGroup" | "status" | "statusReason" | "likeness",
  AnyPgColumn
> &
  Record<"flags", AnyPgColumn>;

/** What no response can be, whoever writes it. */
export const responseChecks = (table: Checked) => [
  check("response_ratings_scale", sql`1 <= all (${table.ratings}) and 5 >= all (${table.ratings})`),
  check("response_locale_known", oneOf(table.locale, LOCALES)),
  check("response_channel_form", sql`${table.channel} ~ '^[a-z0-9-]{1,32}$'`),
  check("response_stakeholder_group_known", oneOf(table.stakeholderGroup, STAKEHOLDER_GROUPS)),
  check("response_status_known", oneOf(table.status, RESPONSE_STATUSES)),
  check("response_status_reason", sql`${table.status} = 'valid' or ${table.statusReason} is not null`),
  check("response_flags_known", someOf(table.flags, QUALITY_FLAGS)),
  check("response_withdrawn_without_likeness", sql`${table.status} <> 'withdrawn' or ${table.likeness} is null`),
];
