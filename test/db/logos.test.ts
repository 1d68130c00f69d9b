import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "@/db/client";
import { changeLogo, findLogo } from "@/db/logos";
import { findEdition } from "@/db/editions";
import { parseNotice } from "@/lib/survey/parse-notice";
import { typedNoticeOf } from "@/lib/survey/notice-settings";
import { aStaff } from "@/test/support/a-staff";
import { anEdition } from "@/test/support/editions";

const staff = aStaff({ role: "administrator" });
const LOGO = { type: "image/png", width: 20, height: 20, picture: Uint8Array.of(0x89, 0, 0xff, 10) } as const;
const logoOf = async (slug: string) => (await findEdition(slug))?.company.logo;

test("a logo is kept to the byte, logged, stays when other settings are saved, and goes", async () => {
  const edition = await anEdition({ slug: "2024-logo1" });
  expect(await changeLogo(staff, edition, edition.revision, LOGO)).toEqual({ ok: true, value: null });
  const kept = await findEdition("2024-logo1");
  const { hash = "", ...facts } = kept?.company.logo ?? {};
  expect(facts).toEqual({ type: "image/png", width: 20, height: 20 });
  const found = await findLogo(hash);
  expect([...(found?.picture ?? [])]).toEqual([...LOGO.picture]);
  const [event] = await database().execute(sql`select after from audit_event where subject = '2024-logo1'
    and act = 'edition.changed' order by id desc limit 1`);
  expect(event?.after).toMatchObject({ "company.logo.hash": hash });
  const saved = kept && parseNotice(typedNoticeOf(kept), kept);
  expect(saved).toMatchObject({ ok: true, value: { company: { logo: { hash } } } });
  expect(await changeLogo(staff, edition, edition.revision, null)).toEqual({ ok: false, error: "changed" });
  expect(kept && (await changeLogo(staff, kept, kept.revision, null))).toEqual({ ok: true, value: null });
  expect(await logoOf("2024-logo1")).toBeUndefined();
  expect(await findLogo("no hash")).toBeNull();
});

test("no other picture can stand under a hash", async () => {
  const other = database().execute(sql`insert into logo values (${"0".repeat(64)}, 'image/png', '\\x00')`);
  await expect(other).rejects.toMatchObject({ constraint: "logo_hash_of_picture" });
});
