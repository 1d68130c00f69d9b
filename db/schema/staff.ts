import { sql } from "drizzle-orm";
import { boolean, check, index, pgTable, text, timestamp, unique, uuid } from "drizzle-orm/pg-core";
import { ROLES } from "@/lib/staff";

const instant = (name: string) => timestamp(name, { withTimezone: true });
const createdAt = instant("created_at").notNull().defaultNow();
const updatedAt = instant("updated_at").notNull().defaultNow();

// staff, staff_session, staff_account and staff_verification are better-auth's four models (its `getAuthTables()`)
// under our names, with what its two-factor plugin adds; a column that it adds in a later version is added here by hand.

/** A member of the department. */
export const staff = pgTable(
  "staff",
  {
    id: uuid("id").primaryKey(),
    name: text("name").notNull(),
    email: text("email").notNull().unique("staff_email"),
    emailVerified: boolean("email_verified").notNull().default(false),
    image: text("image"),
    role: text("role", { enum: ROLES }).notNull(),
    twoFactorEnabled: boolean("two_factor_enabled").notNull().default(false),
    lastSignInAt: instant("last_sign_in_at"),
    createdAt,
    updatedAt,
  },
  (table) => [
    check("staff_role_known", sql`${table.role} in ('viewer', 'analyst', 'administrator')`),
    check("staff_email_lower_case", sql`${table.email} = lower(${table.email})`),
    check("staff_name_length", sql`char_length(${table.name}) between 1 and 100`),
  ],
);

/** A sign-in that lasts. better-auth insists on columns for address and browser; we keep neither of anybody. */
export const staffSession = pgTable(
  "staff_session",
  {
    id: uuid("id").primaryKey(),
    staffId: uuid("staff_id")
      .notNull()
      .references(() => staff.id, { onDelete: "cascade" }),
    token: text("token").notNull().unique("staff_session_token"),
    expiresAt: instant("expires_at").notNull(),
    ipAddress: text("ip_address"),
    userAgent: text("user_agent"),
    /** The company's own sign-in said that it asked for a second factor, so that ours is not asked for. */
    secondFactor: boolean("second_factor").notNull().default(false),
    createdAt,
    updatedAt,
  },
  (table) => [
    index("staff_session_of").on(table.staffId),
    check("staff_session_untraced", sql`${table.ipAddress} is null and ${table.userAgent} is null`),
  ],
);

/**
 * How a member of staff signs in: `credential` is a password, kept as better-auth's scrypt hash; any other provider is
 * the address of an issuer of single sign-on, with its subject as the account.
 */
export const staffAccount = pgTable(
  "staff_account",
  {
    id: uuid("id").primaryKey(),
    staffId: uuid("staff_id")
      .notNull()
      .references(() => staff.id, { onDelete: "cascade" }),
    accountId: text("account_id").notNull(),
    providerId: text("provider_id").notNull(),
    password: text("password"),
    accessToken: text("access_token"),
    refreshToken: text("refresh_token"),
    idToken: text("id_token"),
    accessTokenExpiresAt: instant("access_token_expires_at"),
    refreshTokenExpiresAt: instant("refresh_token_expires_at"),
    scope: text("scope"),
    createdAt,
    updatedAt,
  },
  (table) => [
    index("staff_account_of").on(table.staffId),
    unique("staff_account_once").on(table.providerId, table.accountId),
  ],
);

/** Short-lived proofs of better-auth's (password reset and the like). */
export const staffVerification = pgTable(
  "staff_verification",
  {
    id: uuid("id").primaryKey(),
    identifier: text("identifier").notNull(),
    value: text("value").notNull(),
    expiresAt: instant("expires_at").notNull(),
    createdAt,
    updatedAt,
  },
  (table) => [index("staff_verification_of").on(table.identifier)],
);

/** One-time links to the set-up of the first account, only as hashes; empty once there is an account. */
export const setUpToken = pgTable("set_up_token", {
  tokenHash: text("token_hash").primaryKey(),
  expiresAt: instant("expires_at").notNull(),
});

/** What the processes of one installation share and nobody types: one row. */
export const serverSecret = pgTable(
  "server_secret",
  { only: boolean("only").primaryKey().default(true), signing: text("signing").notNull() },
  (table) => [check("server_secret_one_row", sql`${table.only}`)],
);
