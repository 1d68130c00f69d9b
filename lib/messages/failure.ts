import type { Locale } from "../locale";
import en from "./en/failure.json";
import zh from "./zh-CN/failure.json";

/** What is said where a page cannot be made: apart from the catalogue, so that little has to work for it. */
export const FAILURE_WORDS: Readonly<Record<Locale, typeof zh>> = { "zh-CN": zh, en };
