/** The browser's two storages by what they outlive: the tab, or only the page. */
export type Storage = "localStorage" | "sessionStorage";

/**
 * Reads from a storage that may be switched off, missing (null in some webviews), full or broken: looking at it can
 * throw as well as using it. Nothing of the form depends on it.
 */
export function readItem(storage: Storage, name: string): string | null {
  return attempt(() => window[storage].getItem(name)) ?? null;
}

/** Writes, and says whether it is really there. */
export function writeItem(storage: Storage, name: string, value: string): boolean {
  attempt(() => window[storage].setItem(name, value));
  return readItem(storage, name) === value;
}

/** The names of everything in a storage; none where it cannot be asked. */
export function namesIn(storage: Storage): string[] {
  return attempt(() => Object.keys(window[storage])) ?? [];
}

export function removeItem(storage: Storage, name: string): void {
  attempt(() => window[storage].removeItem(name));
}

function attempt<T>(use: () => T): T | undefined {
  try {
    return use();
  } catch {
    return undefined;
  }
}
