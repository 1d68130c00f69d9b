import { createTranslator } from "use-intl/core";
import type { Locale } from "../locale";
import enDepartment from "./en/department.json";
import enExport from "./en/export.json";
import enReader from "./en/reader.json";
import zhDepartment from "./zh-CN/department.json";
import zhExport from "./zh-CN/export.json";
import zhReader from "./zh-CN/reader.json";

const zh = { reader: zhReader, department: zhDepartment, export: zhExport };
const en: typeof zh = { reader: enReader, department: enDepartment, export: enExport };
const CATALOGUES: Record<Locale, typeof zh> = { "zh-CN": zh, en };

/** The rooms of the catalogue: what a reader sees, what the department sees, what stands in its files. */
export type Namespace = keyof typeof zh;

/**
 * The texts of one namespace in one language: `t("receipt.title")`, with ICU arguments `t("results.valid", { n: 7 })`.
 * Throws on a missing argument, so that a half sentence never reaches a person.
 */
export function translator<N extends Namespace>(locale: Locale, namespace: N) {
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
