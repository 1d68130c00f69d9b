import { type Locale, type Localized, localized } from "../locale";
import { translator } from "../messages/translator";
import { OPTIONAL_QUESTION_TEXTS } from "../survey/optional-question";
import { STAKEHOLDER_GROUPS, STAKEHOLDER_GROUP_NAMES } from "../survey/stakeholder-group";
import type { CodebookColumn } from "./codebook";
import type { ExportedQuestion, OptionalColumn } from "./optional-columns";

const texts = (language: Locale) => translator(language, "export");

/** The codebook's entry for a column of an optional question, but for its name; explanations in `locale`. */
export function explainOptional(column: OptionalColumn, locale: Locale): Omit<CodebookColumn, "name"> {
  const t = texts(locale);
  const asked: Localized = OPTIONAL_QUESTION_TEXTS[column.question];
  const missing = t("codebook.emptyCell");
  switch (column.kind) {
    case "code":
      return { title: asked, type: t("type.code"), codes: CODES[column.question], missing, note: t("note.optional") };
    case "label": {
      const title = localized((language) => texts(language)("label", { title: asked[language] }));
      const isList = column.question === "topics";
      const note = isList ? t("note.topicNames") : t("note.label", { name: column.question });
      return { title, type: t("type.text"), codes: [], missing: t("noAnswer"), note };
    }
    case "count": {
      const title = localized((language) => texts(language)("topics.count", { title: asked[language] }));
      return { title, type: t("type.topicCount"), codes: [], missing, note: t("note.topicCount") };
    }
    case "topic": {
      const { name, rank2024 } = column.topic;
      const title = localized((language) => texts(language)("topics.topic", { name: name[language] }));
      const note = t("note.topic", { rank: String(rank2024).padStart(2, "0") });
      return { title, type: t("type.flag"), codes: CHOSEN, missing, note };
    }
  }
}

const CODES: Readonly<Record<ExportedQuestion, CodebookColumn["codes"]>> = {
  stakeholder_group: STAKEHOLDER_GROUPS.map((code) => ({ code, label: STAKEHOLDER_GROUP_NAMES[code] })),
  topics: [],
  quote: (["yes", "no"] as const).map((code) => ({
    code,
    label: localized((language) => texts(language)(`quote.${code}`)),
  })),
};

const CHOSEN: CodebookColumn["codes"] = (["1", "0"] as const).map((code) => ({
  code,
  label: localized((language) => texts(language)(code === "1" ? "topics.chosen" : "topics.notChosen")),
}));
