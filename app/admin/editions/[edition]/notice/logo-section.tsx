import { CompanyLogo } from "@/app/_ui/company-logo";
import field from "@/app/_ui/desk/field.module.css";
import { Section } from "@/app/_ui/desk/section";
import type { Edition } from "@/db/editions";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { LOGO_TYPES } from "@/lib/survey/logo";
import type { LogoRefusal } from "./logo-address";
import styles from "./logo-section.module.css";

interface LogoSectionProps {
  readonly edition: Edition;
  readonly locale: Locale;
  readonly refused: LogoRefusal | null;
}

/** The company's logo, and the plain form that brings another or none. */
export function LogoSection({ edition, locale, refused }: LogoSectionProps) {
  const t = translator(locale, "editions");
  const { slug, revision, company } = edition;
  const error = refused && t(`logo.refused.${refused}`);
  return (
    <Section id="logo" title={t("logo.title")} say={t("logo.say")}>
      <form action={`/admin/editions/${slug}/notice/logo`} method="post" encType="multipart/form-data">
        <input type="hidden" name="revision" value={revision} />
        <div className={error ? field.wrong : field.field}>
          <label htmlFor="logo-file">{t("logo.file")}</label>
          <p id="logo-hint" className={field.hint}>
            {t("logo.hint")}
          </p>
          {error && (
            <p id="logo-error" className={field.error} role="alert">
              <span className="vh">{translator(locale, "department")("form.prefix")}</span>
              {error}
            </p>
          )}
          <input
            className={styles.file}
            type="file"
            id="logo-file"
            name="file"
            accept={LOGO_TYPES.join(",")}
            aria-invalid={error ? true : undefined}
            aria-describedby={error ? "logo-hint logo-error" : "logo-hint"}
          />
        </div>
        <p className={styles.acts}>
          <CompanyLogo company={company} />
          <button className="btn">{t("logo.submit")}</button>
          {company.logo && (
            <button className="btn btn-2" name="remove" value="yes">
              {t("logo.remove")}
            </button>
          )}
        </p>
      </form>
    </Section>
  );
}
