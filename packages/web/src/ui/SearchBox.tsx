// The words by which a list is filtered, kept in the address; the key / brings the cursor here.

interface Props {
  readonly label: string;
  readonly hint: string;
  readonly value: string | undefined;
  readonly change: (words: string | undefined) => void;
}

export function SearchBox({ label, hint, value, change }: Props) {
  return (
    <input
      className="input"
      type="search"
      aria-label={label}
      placeholder={hint}
      value={value ?? ''}
      onChange={(event) => change(event.target.value === '' ? undefined : event.target.value)}
    />
  );
}
