import type { Locale } from "./locale";
import { longDate } from "./messages/calendar";
import { translator } from "./messages/translator";
import { type EditionDefinition, lastMomentOf } from "./survey/edition";
import { ownerOf } from "./survey/group-owner";
import { itemsOf } from "./survey/instrument";
import type { StakeholderGroup } from "./survey/stakeholder-group";

/** What an owner department sends to a group: a letter by e-mail, and a few lines for WeChat. */
export interface Invitation {
  readonly subject: string;
  readonly body: string;
  readonly short: string;
}

type Invited = Pick<EditionDefinition, "company" | "reportTitle" | "instrument" | "timeZone" | "closesAt">;

/** The invitation of a group to an edition in one language, with the form's link for each way of sending it. */
export function invitationOf(
  edition: Invited,
  group: StakeholderGroup,
  links: Readonly<Record<"email" | "wechat", string>>,
  language: Locale,
): Invitation {
  const t = translator(language, "invitation");
  const { company, reportTitle, instrument, timeZone } = edition;
  const last = lastMomentOf(edition);
  const zone = timeZone === "Asia/Shanghai" ? t("beijingTime") : timeZone;
  const date = last && longDate(last, timeZone, language);
  const facts = {
    salutation: t(`salutation.${group}`),
    company: company.shortName[language],
    report: reportTitle[language],
  };
  const body = [
    t("greeting", facts),
    `${t(`thanks.${group}`, facts)}${t("request", facts)}${t(`concerns.${group}`)}`,
    t("effort", { items: itemsOf(instrument).length }),
    `${t("link")}\n${links.email}`,
    (date ? t("until", { date, zone }) : "") +
      t("contact", { department: company.department[language], phone: company.phone, email: company.email }),
    t(`closing.${group}`),
    `${company.name[language]}\n${ownerOf(company, group)[language]}`,
  ];
  const shortUntil = date ? t("shortUntil", { date }) : "";
  return {
    subject: t("subject", facts),
    body: body.join("\n\n"),
    short: `${t("short", { ...facts, until: shortUntil })}\n${links.wechat}`,
  };
}
