"use client";

import { FAILURE_WORDS } from "@/lib/messages/failure";

interface Failure {
  /** Next numbers an error of the server, and writes the number into the log. */
  readonly error: Error & { readonly digest?: string };
}

/** Says that a page could not be made, whatever the reason; readers' pages meet it only at a bug. */
export default function GlobalError({ error }: Failure) {
  const isEnglish = typeof document !== "undefined" && document.documentElement.lang === "en";
  const { title, text, reference } = FAILURE_WORDS[isEnglish ? "en" : "zh-CN"];
  return (
    <html lang={isEnglish ? "en" : "zh-CN"}>
      <body>
        <title>{title}</title>
        <h1>{title}</h1>
        <p>{text}</p>
        {error.digest ? (
          <p>
            {reference}
            <code>{error.digest}</code>
          </p>
        ) : null}
      </body>
    </html>
  );
}
