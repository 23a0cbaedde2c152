// A whole number with its bounds; an empty field keeps what was there.
interface Props {
  readonly name: string;
  readonly value: number;
  readonly least?: number;
  readonly most: number;
  readonly change: (value: number) => void;
}

export function NumberField({ name, value, least = 0, most, change }: Props) {
  return (
    <label className="field">
      <span>{name}</span>
      <input
        className="input"
        type="number"
        required
        min={least}
        max={most}
        value={value}
        onChange={(event) => {
          const next = event.target.valueAsNumber;
          if (Number.isInteger(next)) change(next);
        }}
      />
    </label>
  );
}
