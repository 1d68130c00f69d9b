import { customType } from "drizzle-orm/pg-core";

/** The number of a transaction, `xid8`; it leaves the database only as a word. */
export const transactionId = customType<{ data: string }>({ dataType: () => "xid8" });
