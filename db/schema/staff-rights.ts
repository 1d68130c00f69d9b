import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgTable, text, timestamp, unique, uuid } from "drizzle-orm/pg-core";
import { ROLES } from "@/lib/staff";
import { staff } from "./staff";

const instant = (name: string) => timestamp(name, { withTimezone: true });
const staffId = () =>
  uuid("staff_id")
    .notNull()
    .references(() => staff.id, { onDelete: "cascade" });

/**
 * A second factor: the secret of an authenticator app and the recovery codes left, encrypted by better-auth, whose
 * model of two-factor this is. `verified` once a code was right; until then it asks nobody for anything.
 */
export const staffTwoFactor = pgTable(
  "staff_two_factor",
  {
    id: uuid("id").primaryKey(),
    staffId: staffId(),
    secret: text("secret").notNull(),
    backupCodes: text("backup_codes").notNull(),
    verified: boolean("verified").notNull().default(false),
    failedVerificationCount: integer("failed_verification_count").notNull().default(0),
    lockedUntil: instant("locked_until"),
  },
  (table) => [unique("staff_two_factor_once").on(table.staffId)],
);

/** Somebody who may make themselves an account, by a link of which the hash is kept. */
export const staffInvitation = pgTable(
  "staff_invitation",
  {
    tokenHash: text("token_hash").primaryKey(),
    email: text("email").notNull().unique("staff_invitation_email"),
    role: text("role", { enum: ROLES }).notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
    expiresAt: instant("expires_at").notNull(),
  },
  (table) => [
    check("staff_invitation_role_known", sql`${table.role} in ('viewer', 'analyst', 'administrator')`),
    check("staff_invitation_email_lower_case", sql`${table.email} = lower(${table.email})`),
  ],
);

/** A link to a new password for somebody who forgot theirs, one for each person, as a hash. */
export const passwordReset = pgTable(
  "password_reset",
  {
    tokenHash: text("token_hash").primaryKey(),
    staffId: staffId(),
    /** The command line's links do: whoever uses one may have lost the telephone too. */
    endsTwoFactor: boolean("ends_two_factor").notNull(),
    expiresAt: instant("expires_at").notNull(),
  },
  (table) => [unique("password_reset_once").on(table.staffId)],
);

/** What holds for everybody who signs in: one row. */
export const staffPolicy = pgTable(
  "staff_policy",
  {
    only: boolean("only").primaryKey().default(true),
    twoFactorRequired: boolean("two_factor_required").notNull().default(false),
  },
  (table) => [check("staff_policy_one_row", sql`${table.only}`)],
);

/**
 * Wrong guesses of passwords, by keys of db/sign-in-brake.ts that hold neither an e-mail nor an address. UNLOGGED
 * (written by hand into the migration): a crash forgets them.
 */
export const signInBrake = pgTable(
  "sign_in_brake",
  {
    key: text("key").primaryKey(),
    wrong: integer("wrong").notNull(),
    freeAt: instant("free_at").notNull(),
    forgetAt: instant("forget_at").notNull(),
  },
  (table) => [index("sign_in_brake_expiry").on(table.forgetAt)],
);
