import { FORM_ID } from "./_form/form-id";

/** What was typed as a form that nobody sees, so that the language switch of a page without the form takes it along. */
export function TypedAgain({ action, typed }: { action: string; typed: Readonly<Record<string, string>> }) {
  return (
    <form method="post" action={action} id={FORM_ID} acceptCharset="utf-8" hidden>
      {Object.entries(typed).map(([name, value]) => (
        <input key={name} type="hidden" name={name} defaultValue={value} />
      ))}
    </form>
  );
}
