import { AccountForm } from "@/app/_ui/desk/account-form";
import { Narrow } from "@/app/_ui/desk/narrow";
import { Section } from "@/app/_ui/desk/section";
import type { Person } from "@/db/people";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { roleOptions } from "../role-options";
import { changePersonRole, endPersonTwoFactor, makePersonResetLink, removeFromPeople } from "./actions";

interface PersonSectionProps {
  readonly person: Person;
  readonly locale: Locale;
}

/** The role, with what each may do. */
export function RoleSection({ person, locale }: PersonSectionProps) {
  const t = translator(locale, "people");
  const options = roleOptions(locale);
  return (
    <Section id="role-title" title={t("person.role.title")}>
      <Narrow>
        <AccountForm
          action={changePersonRole}
          hidden={{ person: person.id, from: person.role }}
          submit={t("person.role.submit")}
          errorPrefix={translator(locale, "department")("form.prefix")}
          fields={[{ name: "role", label: t("person.role.label"), type: "choice", options, value: person.role }]}
        />
      </Narrow>
    </Section>
  );
}

/** A link to a new password. */
export function ResetSection({ person, locale }: PersonSectionProps) {
  const t = translator(locale, "people");
  return (
    <Section id="reset-title" title={t("person.reset.title")} say={t("person.reset.say")}>
      <Narrow>
        <AccountForm
          action={makePersonResetLink}
          hidden={{ person: person.id }}
          submit={t("person.reset.submit")}
          errorPrefix=""
          fields={[]}
        />
      </Narrow>
    </Section>
  );
}

/** Switching the second factor off, for who lost it. */
export function TwoFactorSection({ person, locale }: PersonSectionProps) {
  const t = translator(locale, "people");
  if (!person.twoFactor)
    return (
      <Section id="two-factor-title" title={t("person.twoFactor.title")} say={t("person.twoFactor.off")}>
        {null}
      </Section>
    );
  return (
    <Section id="two-factor-title" title={t("person.twoFactor.title")} say={t("person.twoFactor.say")}>
      <Narrow>
        <form action={endPersonTwoFactor}>
          <input type="hidden" name="person" value={person.id} />
          <button className="btn btn-2">{t("person.twoFactor.submit")}</button>
        </form>
      </Narrow>
    </Section>
  );
}

/** Removing, in two steps. */
export function RemoveSection({ person, locale }: PersonSectionProps) {
  const t = translator(locale, "people");
  return (
    <Section id="remove-title" title={t("person.remove.title")}>
      <Narrow>
        <details>
          <summary>{t("person.remove.summary", { name: person.name })}</summary>
          <p>{t("person.remove.say")}</p>
          <form action={removeFromPeople}>
            <input type="hidden" name="person" value={person.id} />
            <button className="btn">{t("person.remove.submit")}</button>
          </form>
        </details>
      </Narrow>
    </Section>
  );
}
