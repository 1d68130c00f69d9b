import { departmentLocale } from "@/app/_session/department-locale";
import { translator } from "@/lib/messages/translator";
import { findCompany } from "./company";

type Key = Parameters<ReturnType<typeof translator<"department">>>[0];

/** The title of a page about an edition, most particular first: 结果 · 语言：英文 · 2024年度 · 意见反馈; of a part of it or of all. */
export async function editionTitle(page: Key, editionSlug: string, part = ""): Promise<string> {
  const t = translator(await departmentLocale(), "department");
  return [t(page), part, t("round", { slug: editionSlug }), t("site")].filter(Boolean).join(" · ");
}

/** The title of a page in front of the department: 登录 · 证券事务部 · 意见反馈. */
export async function doorTitle(page: Key): Promise<string> {
  const locale = await departmentLocale();
  const t = translator(locale, "department");
  const department = (await findCompany())?.department[locale];
  return [t(page), department, t("site")].filter(Boolean).join(" · ");
}

/** The title of any other page of the department, most particular first: 报告与时间 · 2024年度轮次 · 意见反馈. */
export async function deskTitle(...words: string[]): Promise<string> {
  return [...words, translator(await departmentLocale(), "department")("site")].join(" · ");
}
