import { departmentLocale } from "@/app/_session/department-locale";
import { Door } from "@/app/_ui/desk/door";
import { translator } from "@/lib/messages/translator";

/** 403: signed in, but this is not for one's role. */
export default async function Forbidden() {
  const locale = await departmentLocale();
  const t = translator(locale, "department");
  return (
    <Door locale={locale} here="/admin" title={t("forbidden.title")}>
      <p>{t("forbidden.text")}</p>
      <p>
        <a href="/admin">{t("forbidden.back")}</a>
      </p>
    </Door>
  );
}
