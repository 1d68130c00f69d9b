"use client";

import { useEffect, useRef } from "react";
import styles from "./error-summary.module.css";

/** What is wrong with one field, in the person's language. */
export interface FieldError {
  readonly field: string;
  readonly message: string;
}

interface ErrorSummaryProps {
  readonly heading: string;
  readonly documentTitle: string;
  readonly errors: readonly FieldError[];
}

/** Everything wrong with a form, above it, each with a link to its field. Takes the focus when it appears. */
export function ErrorSummary({ heading, documentTitle, errors }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    document.title = documentTitle;
    box.current?.focus();
  }, [documentTitle, errors]);
  return (
    <div ref={box} className={styles.summary} role="alert" tabIndex={-1}>
      <h2>{heading}</h2>
      <ul>
        {errors.map(({ field, message }) => (
          <li key={`${field} ${message}`}>
            <a href={`#${field}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
