import type { Edition } from "@/db/editions";
import { LOCALES, type Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import type { Channel } from "@/lib/survey/channel";
import { ANY, NONE, type ResponseFilter } from "@/lib/survey/response-filter";
import { QUALITY_FLAGS } from "@/lib/survey/quality-flag";
import { STATUS_REASONS } from "@/lib/survey/response-status";
import { STAKEHOLDER_GROUPS, STAKEHOLDER_GROUP_NAMES } from "@/lib/survey/stakeholder-group";
import { FilterDay, FilterSelect, FilterText } from "@/app/_ui/desk/filter-controls";
import styles from "@/app/_ui/desk/filter-controls.module.css";
import { listAddress } from "./requested-list";

interface ListFilterProps {
  readonly edition: string;
  readonly editions: readonly Edition[];
  readonly channels: readonly Channel[];
  readonly filter: ResponseFilter;
  readonly locale: Locale;
}

/** What the list is narrowed to: a plain form, whose address can be kept and shared. */
export function ListFilter({ edition, editions, channels, filter, locale }: ListFilterProps) {
  const t = translator(locale, "responses");
  const exported = translator(locale, "export");
  const word = translator(locale, "department");
  const flags = translator(locale, "flags");
  const any = ["", t("filter.any")] as const;
  const isNarrowed = Object.values(filter).some((value) => value !== null);
  return (
    <form className={`${styles.filter} ${styles.many}`} aria-label={t("filter.label")} role="search">
      {editions.length > 1 ? (
        <FilterSelect
          name="edition"
          label={t("filter.edition")}
          value={edition}
          options={editions.map(({ slug }) => [slug, word("round", { slug })] as const)}
        />
      ) : (
        <input type="hidden" name="edition" value={edition} />
      )}
      {filter.status && <input type="hidden" name="status" value={filter.status} />}
      <FilterText name="search" label={t("filter.search")} value={filter.search} maxLength={100} />
      <FilterSelect
        name="channel"
        label={t("filter.channel")}
        value={filter.channel}
        options={[
          any,
          ...channels.map(({ code, name }) => [code, name[locale]] as const),
          [NONE, t("filter.noChannel")],
        ]}
      />
      <FilterSelect
        name="group"
        label={t("filter.group")}
        value={filter.group}
        options={[
          any,
          ...STAKEHOLDER_GROUPS.map((group) => [group, STAKEHOLDER_GROUP_NAMES[group][locale]] as const),
          [NONE, t("filter.noGroup")],
        ]}
      />
      <FilterSelect
        name="language"
        label={t("one.language")}
        value={filter.language}
        options={[any, ...LOCALES.map((language) => [language, exported(`language.${language}`)] as const)]}
      />
      <FilterSelect
        name="reason"
        label={t("filter.reason")}
        value={filter.reason}
        options={[any, ...STATUS_REASONS.map((reason) => [reason, exported(`reason.${reason}`)] as const)]}
      />
      <FilterSelect
        name="flag"
        label={t("filter.flag")}
        value={filter.flag}
        options={[any, [ANY, flags("any")], ...QUALITY_FLAGS.map((flag) => [flag, flags(`name.${flag}`)] as const)]}
      />
      <FilterDay name="from" label={t("filter.from")} value={filter.from} />
      <FilterDay name="until" label={t("filter.until")} value={filter.until} />
      {filter.proposed && (
        <p className={styles.check}>
          <input type="checkbox" id="proposed" name="proposed" value="yes" defaultChecked />
          <label htmlFor="proposed">{t("filter.proposed")}</label>
        </p>
      )}
      <p className={styles.acts}>
        <button className="btn btn-2">{t("filter.apply")}</button>
        {isNarrowed && <a href={listAddress({ edition, filter: {} })}>{t("filter.clear")}</a>}
      </p>
    </form>
  );
}
