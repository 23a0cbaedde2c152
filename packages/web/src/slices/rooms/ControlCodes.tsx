// The controls that a thing bears on: the first of them, and how many more.
const SHOWN = 4;

export function ControlCodes({ codes }: { readonly codes: readonly string[] }) {
  return (
    <span className="mono small">
      {codes.slice(0, SHOWN).join(' ')}
      {codes.length > SHOWN ? ` and ${codes.length - SHOWN} more` : ''}
    </span>
  );
}
