import { departmentLocale } from "@/app/_session/department-locale";
import { findStaff } from "@/app/_session/staff";
import { Desk } from "@/app/_ui/desk/desk";
import { Door } from "@/app/_ui/desk/door";
import { translator } from "@/lib/messages/translator";
import { findCompany } from "./company";
import styles from "./dead-end.module.css";

/** A page that cannot be shown, with the menu beside it for those who have one. */
export async function DeadEnd({ why }: { why: "notFound" | "forbidden" }) {
  const [staff, company, locale] = await Promise.all([findStaff(), findCompany(), departmentLocale()]);
  const t = translator(locale, "department");
  const title = t(`${why}.title`);
  const words = (
    <div className={styles.words}>
      <p>{t(`${why}.text`)}</p>
      <p>
        <a href="/admin">{t(`${why}.back`)}</a>
      </p>
    </div>
  );
  if (!staff || !company)
    return (
      <Door locale={locale} here="/admin" title={title}>
        {words}
      </Door>
    );
  return (
    <Desk staff={staff} locale={locale} company={company} place={null} here="/admin">
      <h1>{title}</h1>
      {words}
    </Desk>
  );
}
