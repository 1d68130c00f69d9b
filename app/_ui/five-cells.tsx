/** The one ornament: a rule cut in five, for the cells of a module and the five points of the scale. */
export function FiveCells({ className }: { className?: string | undefined }) {
  return (
    <svg
      className={className ? `five ${className}` : "five"}
      viewBox="0 0 1000 4"
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      {[0, 201, 402, 603, 804].map((x) => (
        <rect key={x} x={x} width="196" height="4" />
      ))}
    </svg>
  );
}
