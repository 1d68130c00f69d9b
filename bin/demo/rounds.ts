import { addChannel } from "@/db/channels";
import { actOnEdition } from "@/db/edition-life";
import { changeEdition } from "@/db/edition-settings";
import { type Edition, findEdition } from "@/db/editions";
import { findInstrumentDesk, publishInstrument, saveInstrumentDraft } from "@/db/instruments";
import { makeNextEdition } from "@/db/next-edition";
import type { Result } from "@/lib/result";
import type { Staff } from "@/lib/staff";
import type { Channel } from "@/lib/survey/channel";
import type { EditionAct } from "@/lib/survey/edition-life";
import { type Instrument, Instrument as InstrumentSchema } from "@/lib/survey/instrument";

/** The field periods, by the company's clocks; the round of 2025 has no end, so that the demo is open whenever it is looked at. */
const OPENED_2024 = new Date("2025-04-28T09:00:00+08:00");
const CLOSED_2024 = new Date("2025-12-31T18:00:00+08:00");
const OPENED_2025 = new Date("2026-04-28T09:00:00+08:00");

/** In 2025 this item says what readability is: its figures stand for themselves, not beside those of 2024. */
const REWORDED = {
  key: "readability",
  text: {
    "zh-CN": "请您评价本报告的可读性（结构、文字和图表）",
    en: "How would you rate the readability of this report (structure, wording and charts)?",
  },
};

const channel = (code: string, kind: Channel["kind"], zh: string, en: string, group: Channel["group"]): Channel => ({
  code,
  kind,
  name: { "zh-CN": zh, en },
  group,
  retired: false,
});

const CHANNELS_2025 = [
  channel("e-interaction", "e-interaction", "上证e互动", "SSE e-Interaction", "investor"),
  channel("agm", "meeting", "年度股东大会", "Annual general meeting", "investor"),
  channel("supplier-day", "meeting", "供应商大会", "Supplier conference", "supplier"),
];

/** Dates the beginning of the built-in round of 2024, which is open. */
export async function dateRound2024(administrator: Staff): Promise<Edition> {
  const { slug, revision } = await editionOf("2024");
  kept(await changeEdition(administrator, slug, revision, { opensAt: OPENED_2024 }));
  return editionOf(slug);
}

/** Ends the round of 2024 and seals it. */
export async function sealRound2024(administrator: Staff): Promise<void> {
  for (const act of ["close", "seal"] as const) await take(administrator, "2024", act, CLOSED_2024);
}

/** Makes next year's round from that of 2024, as the desk does: title, form, channels; and opens it. */
export async function openRound2025(administrator: Staff): Promise<Edition> {
  const from = await editionOf("2024");
  kept(await makeNextEdition(administrator, from, OPENED_2025));
  const { id, slug, revision, reportTitle } = await editionOf("2025");
  kept(await changeEdition(administrator, slug, revision, { reportTitle: in2025(reportTitle) }));
  const desk = await findInstrumentDesk(administrator, slug);
  if (!desk) throw new Error("no form of 2025");
  const form = { document: formOf2025(desk.published.document), asks: [...desk.published.asks] };
  const saved = kept(await saveInstrumentDraft(administrator, slug, desk.draft, form));
  kept(await publishInstrument(administrator, slug, saved, OPENED_2025));
  for (const added of CHANNELS_2025) kept(await addChannel(administrator, { id, slug }, added));
  await take(administrator, slug, "open", OPENED_2025);
  return editionOf(slug);
}

function formOf2025(document: Instrument): Instrument {
  const { sections, ...rest } = in2025(document);
  const reworded = sections.map((section) => ({
    ...section,
    items: section.items.map((item) => (item.key === REWORDED.key ? { ...item, text: REWORDED.text } : item)),
  }));
  return InstrumentSchema.parse({ ...rest, sections: reworded });
}

/** The same with every 2024 in its texts made 2025. */
function in2025<T>(texts: T): T {
  return JSON.parse(JSON.stringify(texts).replaceAll("2024", "2025")) as T;
}

async function take(staff: Staff, slug: string, act: EditionAct, now: Date): Promise<void> {
  const { revision } = await editionOf(slug);
  kept(await actOnEdition(staff, slug, { act, revision, reason: "" }, now));
}

async function editionOf(slug: string): Promise<Edition> {
  const found = await findEdition(slug);
  if (!found) throw new Error(`no edition ${slug}`);
  return found;
}

/** What came of an act of the desk; the demo's are never refused. */
export function kept<T, E>(outcome: Result<T, E>): T {
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.error)}`);
  return outcome.value;
}
