"use client";

import en from "@/lib/messages/en/department.json";
import zh from "@/lib/messages/zh-CN/department.json";
import styles from "./error.module.css";

/** What a person sees when a page of the department fails. */
export default function DepartmentError({ retry }: { error: Error; retry: () => void }) {
  // The language cookie is not for scripts to read, but the page that failed is already in its language.
  const { failed } = typeof document !== "undefined" && document.documentElement.lang === "en" ? en : zh;
  return (
    <main className={styles.failed}>
      <h1>{failed.title}</h1>
      <p>{failed.text}</p>
      <button className="btn" type="button" onClick={retry}>
        {failed.retry}
      </button>
    </main>
  );
}
