import type { DraftKeeping, DraftPlace } from "./use-draft";
import type { FormWords } from "./form-content";
import styles from "./draft-line.module.css";

/**
 * What a reader should know of the draft on their device, and the button that deletes it. At the top it stands only
 * where the form was filled in from it. The button stays the same one, so that the focus stays on it.
 */
export function DraftLine({ place, draft, words }: { place: DraftPlace; draft: DraftKeeping; words: FormWords }) {
  const { state } = draft;
  const isCleared = state.kind === "cleared";
  const isSaid = isCleared
    ? state.place === place
    : state.kind === "restored" || (state.kind === "kept" && place === "end");
  if (!isSaid) return null;
  const text = isCleared ? words.draftCleared : place === "top" ? words.draftRestored : words.draftKept;
  return (
    <p className={`noprint ${place === "top" ? `notice ${styles.top}` : styles.end}`} role="status">
      {text}{" "}
      <button
        className={`lnk ${styles.act}`}
        type="button"
        onClick={() => (isCleared ? draft.undo() : draft.clear(place))}
      >
        {isCleared ? words.draftUndo : words.draftClear}
      </button>
    </p>
  );
}
