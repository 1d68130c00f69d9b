import { AccountForm } from "@/app/_ui/desk/account-form";
import { Narrow } from "@/app/_ui/desk/narrow";
import { Section } from "@/app/_ui/desk/section";
import { SessionList } from "@/app/_ui/desk/session-list";
import type { Session } from "@/db/sessions";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import type { Staff } from "@/lib/staff";
import { changeOwnName, changeOwnPassword, endOwnSessions } from "./actions";

interface AccountSectionProps {
  readonly staff: Staff;
  readonly locale: Locale;
}

/** One's name, as others see it. */
export function NameSection({ staff, locale }: AccountSectionProps) {
  const t = translator(locale, "account");
  const name = { label: translator(locale, "people")("name.label"), value: staff.name };
  return (
    <Section id="name-title" title={t("name.title")} say={t("name.say", { email: staff.email })}>
      <Narrow>
        <AccountForm
          action={changeOwnName}
          hidden={{}}
          submit={t("name.submit")}
          errorPrefix={translator(locale, "department")("form.prefix")}
          fields={[{ name: "name", ...name, type: "text", autoComplete: "name" }]}
        />
      </Narrow>
    </Section>
  );
}

/** One's password, changed by whoever knows it. */
export function PasswordSection({ locale }: AccountSectionProps) {
  const [t, people] = [translator(locale, "account"), translator(locale, "people")];
  const fresh = { label: people("password.newLabel"), hint: people("password.hint") };
  return (
    <Section id="password-title" title={t("password.title")} say={t("password.say")}>
      <Narrow>
        <AccountForm
          action={changeOwnPassword}
          hidden={{}}
          submit={t("password.submit")}
          errorPrefix={translator(locale, "department")("form.prefix")}
          fields={[
            { name: "current", label: t("password.current"), type: "password", autoComplete: "current-password" },
            { name: "password", ...fresh, type: "password", autoComplete: "new-password" },
          ]}
        />
      </Narrow>
    </Section>
  );
}

/** Whether there is a second factor, and where it is set up or changed. */
export function TwoFactorSection({ on, locale }: { on: boolean; locale: Locale }) {
  const t = translator(locale, "account");
  return (
    <Section id="two-factor-title" title={t("twoFactor.title")} say={t(on ? "twoFactor.on" : "twoFactor.say")}>
      <p>
        <a href="/admin/account/two-factor">{t(on ? "twoFactor.change" : "twoFactor.setUp")}</a>
      </p>
    </Section>
  );
}

interface SessionSectionProps {
  readonly sessions: readonly Session[];
  readonly hereId: string;
  readonly timeZone: string;
  readonly locale: Locale;
}

/** One's sessions, and an end to those that are not this one. */
export function SessionSection({ locale, ...rest }: SessionSectionProps) {
  const t = translator(locale, "account");
  const words = {
    started: (moment: string) => t("sessions.started", { moment }),
    here: t("sessions.here"),
    end: t("sessions.end"),
  };
  return (
    <Section id="sessions-title" title={t("sessions.title")} say={t("sessions.say")}>
      <SessionList {...rest} words={words} end={endOwnSessions} hidden={{}} locale={locale} />
      {rest.sessions.length > 2 && (
        <form action={endOwnSessions}>
          <button className="btn btn-2">{t("sessions.endOthers")}</button>
        </form>
      )}
    </Section>
  );
}
