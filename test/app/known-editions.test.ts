import { expect, test } from "vitest";
import { formMarks } from "@/bin/front/form-marks";
import { knownEditions } from "@/bin/front/known-editions";
import { publishInstrument, saveInstrumentDraft } from "@/db/instruments";
import { addItem, newItem } from "@/lib/survey/instrument-edits";
import { aForm, inWords, itemOf } from "@/test/support/a-form";
import { aStaff } from "@/test/support/a-staff";
import { anEdition } from "@/test/support/editions";

test("an edition is read once, and again when a version of its form is published; the one before is known still", async () => {
  const slug = "2064-known";
  const staff = aStaff({ role: "administrator" });
  const { asks } = await anEdition({ slug, state: "open" });
  const find = knownEditions(formMarks());
  const first = await find(slug);
  expect(await find(slug)).toBe(first);
  const added = newItem("open", inWords("新题𠮷").text, slug, new Set());
  const draft = { document: addItem(aForm(), 1, added), asks };
  await saveInstrumentDraft(staff, slug, { version: 2, revision: 0 }, draft);
  expect(await find(slug)).toBe(first);
  expect(await publishInstrument(staff, slug, { version: 2, revision: 1 }, new Date())).toMatchObject({ ok: true });
  const second = await find(slug);
  expect(second && itemOf(second.instrument, added.key).text["zh-CN"]).toBe("新题𠮷");
  expect((await find(slug, 1))?.instrument).toEqual(first?.instrument);
});

test("an edition that is not open is none to answer", async () => {
  await anEdition({ slug: "2065-known", state: "closed" });
  expect(await knownEditions(formMarks())("2065-known")).toBeNull();
});
