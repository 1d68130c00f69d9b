import { createTranslator } from "use-intl/core";
import type { Locale } from "../locale";
import enBatches from "./en/batches.json";
import enChannels from "./en/channels.json";
import enCrosstab from "./en/crosstab.json";
import enCoverage from "./en/coverage.json";
import enAccount from "./en/account.json";
import enAudit from "./en/audit.json";
import enDemo from "./en/demo.json";
import enDepartment from "./en/department.json";
import enEditions from "./en/editions.json";
import enEntry from "./en/entry.json";
import enFlags from "./en/flags.json";
import enImport from "./en/import.json";
import enExport from "./en/export.json";
import enInvitation from "./en/invitation.json";
import enInstrument from "./en/instrument.json";
import enNextEdition from "./en/next-edition.json";
import enOperator from "./en/operator.json";
import enPaper from "./en/paper.json";
import enPart from "./en/part.json";
import enPeople from "./en/people.json";
import enPrivacy from "./en/privacy.json";
import enReader from "./en/reader.json";
import enRetention from "./en/retention.json";
import enResponses from "./en/responses.json";
import enResults from "./en/results.json";
import zhBatches from "./zh-CN/batches.json";
import zhChannels from "./zh-CN/channels.json";
import zhCrosstab from "./zh-CN/crosstab.json";
import zhCoverage from "./zh-CN/coverage.json";
import zhAccount from "./zh-CN/account.json";
import zhAudit from "./zh-CN/audit.json";
import zhDemo from "./zh-CN/demo.json";
import zhDepartment from "./zh-CN/department.json";
import zhEditions from "./zh-CN/editions.json";
import zhEntry from "./zh-CN/entry.json";
import zhFlags from "./zh-CN/flags.json";
import zhImport from "./zh-CN/import.json";
import zhExport from "./zh-CN/export.json";
import zhInvitation from "./zh-CN/invitation.json";
import zhInstrument from "./zh-CN/instrument.json";
import zhNextEdition from "./zh-CN/next-edition.json";
import zhOperator from "./zh-CN/operator.json";
import zhPaper from "./zh-CN/paper.json";
import zhPart from "./zh-CN/part.json";
import zhPeople from "./zh-CN/people.json";
import zhPrivacy from "./zh-CN/privacy.json";
import zhReader from "./zh-CN/reader.json";
import zhRetention from "./zh-CN/retention.json";
import zhResponses from "./zh-CN/responses.json";
import zhResults from "./zh-CN/results.json";

const zh = {
  retention: zhRetention,
  audit: zhAudit,
  reader: zhReader,
  privacy: zhPrivacy,
  operator: zhOperator,
  paper: zhPaper,
  demo: zhDemo,
  department: zhDepartment,
  batches: zhBatches,
  channels: zhChannels,
  coverage: zhCoverage,
  crosstab: zhCrosstab,
  invitation: zhInvitation,
  instrument: zhInstrument,
  entry: zhEntry,
  import: zhImport,
  export: zhExport,
  flags: zhFlags,
  responses: zhResponses,
  results: zhResults,
  editions: zhEditions,
  nextEdition: zhNextEdition,
  part: zhPart,
  people: zhPeople,
  account: zhAccount,
};
const en: typeof zh = {
  retention: enRetention,
  audit: enAudit,
  reader: enReader,
  privacy: enPrivacy,
  operator: enOperator,
  paper: enPaper,
  demo: enDemo,
  department: enDepartment,
  batches: enBatches,
  channels: enChannels,
  coverage: enCoverage,
  crosstab: enCrosstab,
  invitation: enInvitation,
  editions: enEditions,
  instrument: enInstrument,
  nextEdition: enNextEdition,
  entry: enEntry,
  import: enImport,
  export: enExport,
  flags: enFlags,
  responses: enResponses,
  results: enResults,
  part: enPart,
  people: enPeople,
  account: enAccount,
};
const CATALOGUES: Record<Locale, typeof zh> = { "zh-CN": zh, en };

/**
 * The rooms of the catalogue: what a reader sees, the privacy notice, the form on paper and the page of browsers too old
 * for the form, what the department sees, the editor of its form, what stands in its files, the mark of the demo, what the
 * operator is told at a prompt.
 */
export type Namespace = keyof typeof zh;

/**
 * The texts of one namespace in one language: `t("receipt.title")`, with ICU arguments `t("results.valid", { n: 7 })`.
 * Throws on a missing argument, so that a half sentence never reaches a person.
 */
export function translator<N extends Namespace>(locale: Locale, namespace: N): Translator<N> {
  const known = `${locale}.${namespace}`;
  // What is kept under a namespace is that namespace's; the map cannot say so. A message is parsed once per translator.
  const kept = translators.get(known) as Translator<N> | undefined;
  if (kept) return kept;
  const made = newTranslator(locale, namespace);
  translators.set(known, made);
  return made;
}

type Translator<N extends Namespace> = ReturnType<typeof newTranslator<N>>;

const translators = new Map<string, unknown>();

function newTranslator<N extends Namespace>(locale: Locale, namespace: N) {
  return createTranslator<typeof zh, N>({
    locale,
    messages: CATALOGUES[locale],
    namespace,
    timeZone: "Asia/Shanghai",
    onError: (error) => {
      throw error;
    },
  });
}
