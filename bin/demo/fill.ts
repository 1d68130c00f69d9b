import { withdrawResponse } from "@/db/receipt-rights";
import { demoReceipt, keepAnswers, noonOf } from "./answers";
import answers2024 from "./answers-2024.json";
import answers2025 from "./answers-2025.json";
import { decide } from "./decisions";
import { makePeople } from "./people";
import { dateRound2024, openRound2025, sealRound2024 } from "./rounds";

/**
 * Fills a database that holds the built-in edition alone with the demo: three people, the round of 2024 answered and
 * sealed, that of 2025 open with answers, decided ones and undecided ones. By the functions of the form and the desk
 * alone, so that everything is as it would have become; the same answers every time.
 */
export async function fillDemo(): Promise<void> {
  const people = await makePeople();
  const { administrator, analyst } = people;
  await keepAnswers(analyst, await dateRound2024(administrator), answers2024);
  await sealRound2024(administrator);
  const edition = await openRound2025(administrator);
  await keepAnswers(analyst, edition, answers2025);
  await withdrawResponse(demoReceipt(edition.slug, WITHDRAWN), noonOf("2026-05-02"));
  await decide(people, edition);
}

/** The place in the file of the answer that its reader takes back. */
const WITHDRAWN = 3;
