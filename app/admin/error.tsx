"use client";

import { useEffect, useState } from "react";
import en from "@/lib/messages/en/department.json";
import zh from "@/lib/messages/zh-CN/department.json";
import styles from "./error.module.css";

interface Failure {
  /** Next numbers an error of the server, and sends only the number. */
  readonly error: Error & { readonly digest?: string };
  readonly retry: () => void;
}

/** What a person sees when a page of the department fails, with the numbers by which the operator's log names it. */
export default function DepartmentError({ error, retry }: Failure) {
  const [request, setRequest] = useState<string>();
  // Only in the browser: the layout wrote it into the page.
  useEffect(() => setRequest(document.documentElement.dataset.request), []);
  // The language cookie is not for scripts to read, but the page that failed is already in its language.
  const { failed } = typeof document !== "undefined" && document.documentElement.lang === "en" ? en : zh;
  return (
    <main className={styles.failed}>
      <h1>{failed.title}</h1>
      <p>{failed.text}</p>
      <button className="btn" type="button" onClick={retry}>
        {failed.retry}
      </button>
      <p className={styles.number}>
        {failed.number} <code>{[request, error.digest].filter(Boolean).join(" / ")}</code>
      </p>
    </main>
  );
}
