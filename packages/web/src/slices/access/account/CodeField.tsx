// The code of an authenticator, or one from paper.
interface Props {
  readonly value: string;
  readonly set: (code: string) => void;
}

export function CodeField({ value, set }: Props) {
  return (
    <label className="field">
      <span>Code of your authenticator, or a recovery code</span>
      <input
        className="input mono"
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
        required
        minLength={6}
        maxLength={40}
        value={value}
        onChange={(event) => set(event.target.value)}
      />
    </label>
  );
}
