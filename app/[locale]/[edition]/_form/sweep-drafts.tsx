"use client";

import { useEffect } from "react";
import { namesIn } from "./browser-storage";
import { readDraft } from "./draft";

const PREFIX = "report-feedback:draft:";

/** Deletes this browser's drafts of every edition that are too old, whichever reader's page is opened. */
export function SweepDrafts() {
  useEffect(() => {
    const editions = namesIn("localStorage").filter((name) => name.startsWith(PREFIX));
    // Reading a draft deletes it where it is too old.
    for (const name of editions) readDraft(name.slice(PREFIX.length), Date.now());
  }, []);
  return null;
}
