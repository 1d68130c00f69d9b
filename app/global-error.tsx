"use client";

import en from "@/lib/messages/en/failure.json";
import zh from "@/lib/messages/zh-CN/failure.json";

/** Says that a page could not be made, whatever the reason; readers' pages meet it only at a bug. */
export default function GlobalError() {
  const isEnglish = typeof document !== "undefined" && document.documentElement.lang === "en";
  const { title, text } = isEnglish ? en : zh;
  return (
    <html lang={isEnglish ? "en" : "zh-CN"}>
      <body>
        <title>{title}</title>
        <h1>{title}</h1>
        <p>{text}</p>
      </body>
    </html>
  );
}
