"use client";

import { useParams } from "next/navigation";
import en from "@/lib/messages/en/failure.json";
import zh from "@/lib/messages/zh-CN/failure.json";
import styles from "./_frame/notice-page.module.css";

/** Says that a page could not be made. Its few words have a file of their own: the browser is sent no more of them. */
export default function ReaderError({ retry }: { retry: () => void }) {
  const { locale } = useParams<{ locale: string }>();
  const words = locale === "en" ? en : zh;
  return (
    <main className={styles.alone}>
      <h1>{words.title}</h1>
      <p className={styles.text}>{words.text}</p>
      <p className={styles.way}>
        <button className="btn" type="button" onClick={retry}>
          {words.again}
        </button>
      </p>
    </main>
  );
}
