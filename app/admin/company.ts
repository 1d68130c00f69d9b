import { cache } from "react";
import { listEditions } from "@/db/editions";
import type { Company } from "@/lib/survey/company";

/** The company as the newest edition names it, for pages that belong to no edition; null before there is one. */
export const findCompany = cache(async (): Promise<Company | null> => (await listEditions())[0]?.company ?? null);
