// Permissions to choose from: those that the chooser holds.
import { PERMISSION_WORDS, PERMISSIONS, type Permission } from '@assay/core';

interface Props {
  readonly legend: string;
  readonly mayHold: (permission: Permission) => boolean;
  readonly value: readonly Permission[];
  readonly change: (next: readonly Permission[]) => void;
}

export function PermissionsField({ legend, mayHold, value, change }: Props) {
  const turn = (permission: Permission): void =>
    change(value.includes(permission) ? value.filter((each) => each !== permission) : [...value, permission]);
  return (
    <fieldset className="stack tight">
      <legend>{legend}</legend>
      <div className="scroll-list">
        {PERMISSIONS.filter(mayHold).map((permission) => (
          <label key={permission} className="choice-row">
            <input type="checkbox" checked={value.includes(permission)} onChange={() => turn(permission)} />
            <span>{PERMISSION_WORDS[permission]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
