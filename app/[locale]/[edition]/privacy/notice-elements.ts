import type { Locale } from "@/lib/locale";
import { longDay } from "@/lib/messages/calendar";
import { translator } from "@/lib/messages/translator";
import type { EditionDefinition } from "@/lib/survey/edition";
import { PRIVACY_ELEMENTS, type PrivacyElement } from "@/lib/survey/privacy-notice";

/** One element of the notice in words: its heading, its sentences, and what it counts up. */
export interface NoticeElement {
  readonly id: PrivacyElement;
  readonly title: string;
  readonly list: readonly string[];
  readonly sentences: readonly string[];
}

type Words = Partial<Pick<NoticeElement, "list" | "sentences">>;
type Told = Pick<EditionDefinition, "company" | "privacyNotice">;

/**
 * The whole notice in one language, made from the edition's settings. `receiptAddress` is where
 * a receipt code is used. A setting that is still empty leaves its sentence out.
 */
export function noticeElements(
  { company, privacyNotice: notice }: Told,
  locale: Locale,
  receiptAddress: string,
): NoticeElement[] {
  const t = translator(locale, "privacy");
  const { phone, email } = company;
  const department = company.department[locale];
  const withNumber = (n: number | null, say: (n: number) => string) => (n === null ? [] : [say(n)]);
  const words: Record<PrivacyElement, Words> = {
    controller: {
      sentences: [
        t("controller.who", { company: company.name[locale], address: company.address?.[locale] ?? "" }),
        t("controller.department", { department, phone, email }),
        t("controller.contact", { contact: notice.dataContact[locale] }),
      ],
    },
    purposes: { list: [t("purposes.improve"), t("purposes.summarise"), t("purposes.quote"), t("purposes.reply")] },
    categories: {
      list: [t("categories.answers"), t("categories.optional"), t("categories.contact"), t("categories.automatic")],
      sentences: [t("categories.hashes"), t("categories.draft"), t("categories.logs")],
    },
    methods: {
      sentences: [
        t("methods.storage", { storage: notice.storage[locale], department }),
        t("methods.noDecisions"),
        t("methods.noCookies"),
      ],
    },
    basis: { list: [t("basis.contact"), t("basis.rest")] },
    retention: {
      list: [
        ...withNumber(notice.contactMonths, (months) => t("retention.contact", { months })),
        ...withNumber(notice.responseYears, (years) => t("retention.responses", { years })),
        ...withNumber(notice.networkLogMonths, (months) => t("retention.logs", { months })),
        ...withNumber(notice.backupDays, (days) => t("retention.backups", { days })),
      ],
    },
    sharing: { sentences: [notice.processors[locale], t("sharing.never"), t("sharing.publication")] },
    sensitive: { sentences: [t("sensitive.text")] },
    minors: { sentences: [t("minors.text")] },
    rights: {
      sentences: [
        t("rights.which"),
        t("rights.code", { address: receiptAddress }),
        ...withNumber(notice.replyWorkingDays, (days) => t("rights.department", { department, phone, email, days })),
        t("rights.lost"),
        t("rights.authority"),
      ],
    },
    crossBorder: { sentences: [notice.crossBorder[locale]] },
    complaints: {
      sentences: company.complaints
        ? [
            t("complaints.text", {
              department: company.complaints.department[locale],
              channel: company.complaints.channel[locale],
            }),
          ]
        : [],
    },
    changes: { sentences: [t("changes.text", { version: notice.version, date: dateOf(notice.effectiveOn, locale) })] },
  };
  return PRIVACY_ELEMENTS.map((id) => ({ id, title: t(`${id}.title`), list: [], sentences: [], ...words[id] }));
}

/** A day in words; nothing for one that is not settled yet. */
export function dateOf(day: string, locale: Locale): string {
  return day === "" ? "" : longDay(day, locale);
}
