import { Outcome } from "@/app/_ui/desk/outcome";
import type { Locale } from "@/lib/locale";
import en from "@/lib/messages/en/people.json";
import { translator } from "@/lib/messages/translator";
import { type Query, queryValue } from "../query";

/** What came of a form on the pages about people, by ?done= and ?refused= of the address that it led to. */
export async function PeopleOutcome({ query, locale }: { query: Query; locale: Locale }) {
  const t = translator(locale, "people");
  const [done, refused] = [await queryValue(query, "done"), await queryValue(query, "refused")];
  return (
    <Outcome
      done={isKey(en.done, done) ? t(`done.${done}`) : null}
      refused={isKey(en.refused, refused) ? t(`refused.${refused}`) : null}
    />
  );
}

const isKey = <T extends object>(texts: T, key: string | undefined): key is keyof T & string =>
  key !== undefined && Object.hasOwn(texts, key);
