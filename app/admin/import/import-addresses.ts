import { FILE_ERRORS } from "@/lib/import/read-file";

/** Why an upload was refused: by its file, by the round, or because the database did not work. */
const UPLOAD_REFUSALS = [...FILE_ERRORS, "no-file", "draft", "sealed", "storage"] as const;
export type UploadRefusal = (typeof UPLOAD_REFUSALS)[number];

/** Whether a word of an address is one of them. */
export function isUploadRefusal(word: string | undefined): word is UploadRefusal {
  return (UPLOAD_REFUSALS as readonly (string | undefined)[]).includes(word);
}

/** The page of an edition's imports, where it may say why something was refused. */
export function importsAddress(slug: string, refused?: UploadRefusal | "gone"): string {
  const query = new URLSearchParams({ edition: slug, ...(refused && { refused }) });
  return `/admin/import?${query}${refused && refused !== "gone" ? "#upload" : ""}`;
}

/** The pages of one file, in the order in which it passes them; the first is where its columns are matched. */
export const STEPS = ["columns", "scores", "check"] as const;
export type Step = (typeof STEPS)[number];

/** The address of a step of a file. */
export function stepAddress(slug: string, batchId: string, step: Step): string {
  const first = `/admin/import/${encodeURIComponent(slug)}/${encodeURIComponent(batchId)}`;
  return step === "columns" ? first : `${first}/${step}`;
}
