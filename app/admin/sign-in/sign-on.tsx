import { isSignOnOnly, signOnName } from "@/app/_session/identity-provider";
import { Outcome } from "@/app/_ui/desk/outcome";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { SIGN_ON_REFUSALS } from "@/lib/single-sign-on";
import styles from "./sign-on.module.css";

interface SignOnProps {
  readonly locale: Locale;
  /** Where to go on to. */
  readonly next: string;
  /** Why the last try let nobody in, as the address says. */
  readonly refused?: string | undefined;
}

/** The way in by the company's single sign-on, above the password's; nothing where the settings name none. */
export function SignOn({ locale, next, refused }: SignOnProps) {
  const name = signOnName();
  if (name === null) return null;
  const t = translator(locale, "account");
  const reason = SIGN_ON_REFUSALS.find((known) => known === refused);
  return (
    <div className={styles.way}>
      <Outcome refused={reason ? t(`signOn.refused.${reason}`, { name }) : null} />
      <a className="btn" href={`/admin/sign-in/sso?next=${encodeURIComponent(next)}`}>
        {t("signOn.button", { name })}
      </a>
      <p className={styles.other}>{isSignOnOnly() ? t("signOn.only", { name }) : t("signOn.or")}</p>
    </div>
  );
}
