import { AccountForm } from "@/app/_ui/desk/account-form";
import { Narrow } from "@/app/_ui/desk/narrow";
import { Section } from "@/app/_ui/desk/section";
import type { EntryBatch } from "@/db/entry-batches";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { balanceOf } from "@/lib/survey/entry-batch";
import { correct, finish, reopen } from "./actions";

interface BatchActsProps {
  readonly batch: EntryBatch;
  readonly locale: Locale;
}

/** What can be done to a batch as it stands: finish it, correct its number, or take it up again. */
export function BatchActs({ batch, locale }: BatchActsProps) {
  const t = translator(locale, "batches");
  const form = {
    hidden: { batch: batch.id, revision: String(batch.revision) },
    errorPrefix: translator(locale, "department")("form.prefix"),
  };
  const text = { type: "text", autoComplete: "off" } as const;
  if (batch.finished) {
    return (
      <Section id="reopen" title={t("reopen.title")}>
        <Narrow>
          <AccountForm {...form} action={reopen} submit={t("reopen.submit")} fields={[]} />
        </Narrow>
      </Section>
    );
  }
  const matches = balanceOf(batch).kind === "matches";
  const say = t(matches ? "finish.say" : "finish.sayUneven");
  const unkeyed = batch.unkeyed > 0 ? ` ${t("finish.unkeyed", { n: batch.unkeyed })}` : "";
  const reason = { ...text, name: "reason", label: t("finish.reason"), hint: t("finish.reasonHint") };
  const expected = { ...text, name: "expected", label: t("correct.expected"), value: String(batch.expected) };
  return (
    <>
      <Section id="finish" title={t("finish.title")} say={`${say}${unkeyed}`}>
        <Narrow>
          <AccountForm {...form} action={finish} submit={t("finish.submit")} fields={matches ? [] : [reason]} />
        </Narrow>
      </Section>
      <Section id="correct" title={t("correct.title")}>
        <Narrow>
          <AccountForm {...form} action={correct} submit={t("correct.submit")} fields={[expected]} />
        </Narrow>
      </Section>
    </>
  );
}
