"use client";

import { useEffect } from "react";
import { sweepDrafts } from "./draft";

/** Deletes drafts that are too old, whichever reader's page is opened. */
export function SweepDrafts() {
  useEffect(() => sweepDrafts(Date.now()), []);
  return null;
}
