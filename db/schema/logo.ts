import { sql } from "drizzle-orm";
import { check, customType, pgTable, text } from "drizzle-orm/pg-core";
import { LOGO_TYPES } from "@/lib/survey/logo";
import { oneOf } from "./checks";

const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => "bytea" });

/** Pictures that editions name as their company's logo; one stays for the sealed editions that name it. */
export const logo = pgTable(
  "logo",
  {
    /** The SHA-256 of the picture: another picture is another row. */
    hash: text("hash").primaryKey(),
    type: text("type", { enum: LOGO_TYPES }).notNull(),
    picture: bytea("picture").notNull(),
  },
  (table) => [
    check("logo_type_known", oneOf(table.type, LOGO_TYPES)),
    check("logo_hash_of_picture", sql`${table.hash} = encode(sha256(${table.picture}), 'hex')`),
    check("logo_size", sql`octet_length(${table.picture}) <= 102400`),
  ],
);
