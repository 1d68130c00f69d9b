"use client";

import { useEffect, useState } from "react";
import field from "@/app/_ui/desk/field.module.css";
import styles from "./import.module.css";

interface UploadFormProps {
  readonly action: string;
  readonly error: string | null;
  readonly words: Readonly<Record<"file" | "hint" | "submit" | "reading" | "prefix", string>>;
}

/** A file to hand over: a plain form, which with script also says that the file is being read. */
export function UploadForm({ action, error, words }: UploadFormProps) {
  const [reading, setReading] = useState(false);
  useEffect(() => {
    // Back from the next page: the browser shows this one as it was left.
    const wake = () => setReading(false);
    window.addEventListener("pageshow", wake);
    return () => window.removeEventListener("pageshow", wake);
  }, []);
  return (
    <form action={action} method="post" encType="multipart/form-data" onSubmit={() => setReading(true)}>
      <div className={error ? field.wrong : field.field}>
        <label htmlFor="file">{words.file}</label>
        <p id="file-hint" className={field.hint}>
          {words.hint}
        </p>
        {error && (
          <p id="file-error" className={field.error} role="alert">
            <span className="vh">{words.prefix}</span>
            {error}
          </p>
        )}
        <input
          className={styles.file}
          type="file"
          id="file"
          name="file"
          accept=".xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? "file-hint file-error" : "file-hint"}
        />
      </div>
      <p className={styles.acts}>
        <button className="btn">{words.submit}</button>
        <span role="status">{reading && words.reading}</span>
      </p>
    </form>
  );
}
