"use client";

import { useEffect } from "react";
import { guardTyped } from "./guard-typed";

/** Keeps what somebody typed on a desk page from being lost by leaving it: the browser asks first. */
export function TypedGuard({ question }: { readonly question: string }) {
  useEffect(() => guardTyped(question), [question]);
  return null;
}
