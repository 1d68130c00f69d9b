import { Narrow } from "@/app/_ui/desk/narrow";
import { Section } from "@/app/_ui/desk/section";
import type { Edition } from "@/db/editions";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { dayIn } from "@/lib/survey/edition";
import { entryRefusal } from "@/lib/survey/entry";
import { entryChannels } from "../entry-content";
import { BeginForm } from "./begin-form";

/** The form of a new batch; of an edition that takes no entries, why not. */
export function BeginBatch({ edition, locale }: { edition: Edition; locale: Locale }) {
  const t = translator(locale, "batches");
  const refusal = entryRefusal(edition);
  if (refusal) return <p className="notice">{translator(locale, "entry")(`refused.${refusal}`)}</p>;
  return (
    <Section id="begin" title={t("begin.title")} say={t("begin.say")}>
      <Narrow>
        <BeginForm
          edition={edition.slug}
          channels={entryChannels(edition.channels).map(({ code, name }) => ({ value: code, label: name[locale] }))}
          today={dayIn(edition.timeZone, new Date())}
          words={{
            name: t("begin.name"),
            nameHint: t("begin.nameHint"),
            channel: t("begin.channel"),
            receivedOn: t("begin.receivedOn"),
            expected: t("begin.expected"),
            expectedHint: t("begin.expectedHint"),
            keyedTwice: t("begin.keyedTwice"),
            keyedTwiceHint: t("begin.keyedTwiceHint"),
            submit: t("begin.submit"),
            prefix: translator(locale, "department")("form.prefix"),
          }}
        />
      </Narrow>
    </Section>
  );
}
