import { Section } from "@/app/_ui/desk/section";
import type { Edition } from "@/db/editions";
import type { ResponseView } from "@/db/response-view";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import type { Staff } from "@/lib/staff";
import { DECISION_REASONS } from "@/lib/survey/response-status";
import { changesOpenTo, needsReason, standingKey } from "@/lib/survey/status-change";
import { DecisionForm } from "./decision-form";
import styles from "./response.module.css";

interface DecisionSectionProps {
  readonly staff: Staff;
  readonly response: ResponseView;
  readonly edition: Pick<Edition, "state">;
  readonly list: string | undefined;
  readonly locale: Locale;
}

/** What can be done to an answer's status as it stands; nothing for a withdrawn one. */
export function DecisionSection({ staff, response, edition, list, locale }: DecisionSectionProps) {
  const t = translator(locale, "responses");
  const reason = translator(locale, "export");
  if (response.status === "withdrawn") return null;
  const isSealed = edition.state === "sealed" || edition.state === "disclosed";
  const changes = isSealed ? [] : changesOpenTo(response, staff.id);
  const { proposal } = response;
  return (
    <Section id="decision" title={t("decide.title")} say={isSealed ? t("decide.sealed") : t("decide.say")}>
      {proposal && (
        <p className={`notice ${styles.notice}`}>
          {t("decide.proposedBy", { name: proposal.proposedByName, reason: reason(`reason.${proposal.reason}`) })}
          {proposal.proposedBy === staff.id && ` ${t("decide.own")}`}
        </p>
      )}
      {changes.length > 0 && (
        <DecisionForm
          hidden={{ id: response.id, list: list ?? "", from: standingKey(response) }}
          changes={changes.map((change) => ({ change, label: t(`decide.${change}`) }))}
          reason={changes.some(needsReason) ? t("decide.reason") : null}
          reasons={[
            ["", t("decide.choose")],
            ...DECISION_REASONS.map((code) => [code, reason(`reason.${code}`)] as const),
          ]}
          errorPrefix={translator(locale, "department")("form.prefix")}
        />
      )}
    </Section>
  );
}
