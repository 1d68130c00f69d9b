/** The message between a question and its field; a screen reader hears first that it is an error. */
export function FieldError({
  id,
  message,
  prefix,
}: {
  id: string | undefined;
  message: string | undefined;
  prefix: string;
}) {
  if (!message) return null;
  return (
    <p className="field-error" id={id}>
      <span className="vh">{prefix}</span>
      {message}
    </p>
  );
}
