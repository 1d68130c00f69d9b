import { afterAll, inject } from "vitest";
import { createDatabase } from "./test-server";

const own = await createDatabase(inject("testServer"), "template");
// Before any test imports lib/env, which reads it once.
process.env.DATABASE_URL = own.url;

afterAll(async () => {
  const { closeDatabase } = await import("@/db/client");
  await closeDatabase();
  await own.drop();
});
