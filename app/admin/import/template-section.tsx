import { Section } from "@/app/_ui/desk/section";
import { Table } from "@/app/_ui/desk/table";
import type { Edition } from "@/db/editions";
import { templateGuide } from "@/lib/import/template";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import styles from "./import.module.css";

/** The template of an edition's answers, and what may stand in each of its columns. */
export function TemplateSection({ edition, locale }: { edition: Edition; locale: Locale }) {
  const t = translator(locale, "import");
  const columns = [{ head: t("template.column") }, { head: t("template.guide") }];
  return (
    <Section id="template" title={t("template.title")} say={t("template.say")}>
      <p className={styles.acts}>
        <a className="btn btn-2" href={`/admin/import/${edition.slug}/template.xlsx`} download>
          {t("template.xlsx")}
        </a>
        <a className="btn btn-2" href={`/admin/import/${edition.slug}/template.csv`} download>
          {t("template.csv")}
        </a>
      </p>
      <details className={styles.guide}>
        <summary>{t("template.guideTitle")}</summary>
        <Table caption={t("template.guideTitle")} columns={columns}>
          {templateGuide(edition, locale).map(({ title, guide }) => (
            <tr key={title}>
              <th scope="row">{title}</th>
              <td>{guide}</td>
            </tr>
          ))}
        </Table>
      </details>
    </Section>
  );
}
