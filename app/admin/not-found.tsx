import { departmentLocale } from "@/app/_session/department-locale";
import { Door } from "@/app/_ui/desk/door";
import { translator } from "@/lib/messages/translator";
import { doorTitle } from "./page-title";

/** 404 below /admin. */
export default async function NotFound() {
  const locale = await departmentLocale();
  const t = translator(locale, "department");
  return (
    <Door locale={locale} here="/admin" title={t("notFound.title")}>
      {/* The page that was not found brings none. */}
      <title>{await doorTitle("notFound.title")}</title>
      <p>{t("notFound.text")}</p>
      <p>
        <a href="/admin">{t("notFound.back")}</a>
      </p>
    </Door>
  );
}
