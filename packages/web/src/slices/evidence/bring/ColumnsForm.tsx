// A table that no reader knows: naming its columns turns its rows into results.
import { useEffect, useState } from 'react';
import { guessColumns, headsOf, ROLES, type Columns, type Role } from './columns.ts';
import type { Item } from './queue.ts';

const HEAD_BYTES = 16_384;
const WORDS: Readonly<Record<Role, string>> = {
  check: 'What was checked',
  subject: 'On what',
  status: 'With which result',
  observed_at: 'When (may be missing)',
  message: 'Why (may be missing)',
};
const NEEDED: readonly Role[] = ['check', 'subject', 'status'];

interface Props {
  readonly item: Item;
  readonly read: (columns: Columns) => void;
}

export function ColumnsForm({ item, read }: Props) {
  const [heads, setHeads] = useState<readonly string[]>([]);
  const [chosen, setChosen] = useState<Partial<Record<Role, string | undefined>>>({});
  useEffect(() => {
    let gone = false;
    void item.file
      .slice(0, HEAD_BYTES)
      .text()
      .then((text) => {
        const found = headsOf(item.file.name, text);
        if (gone) return;
        setHeads(found);
        setChosen(guessColumns(found));
      });
    return () => {
      gone = true;
    };
  }, [item.file]);
  if (heads.length === 0) return null;
  const { check, subject, status, observed_at: observedAt, message } = chosen;
  const ready = check !== undefined && subject !== undefined && status !== undefined;
  return (
    <details className="settings">
      <summary>This is a table: name its columns to read its rows as results</summary>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready)
            read({
              check,
              subject,
              status,
              ...(observedAt === undefined ? {} : { observed_at: observedAt }),
              ...(message === undefined ? {} : { message }),
            });
        }}
      >
        <div className="record-fields">
          {ROLES.map((role) => (
            <label key={role} className="field">
              <span>{WORDS[role]}</span>
              <select
                className="input"
                required={NEEDED.includes(role)}
                value={chosen[role] ?? ''}
                onChange={(event) =>
                  setChosen({ ...chosen, [role]: event.target.value === '' ? undefined : event.target.value })
                }
              >
                <option value="">no column</option>
                {heads.map((head) => (
                  <option key={head}>{head}</option>
                ))}
              </select>
            </label>
          ))}
        </div>
        <p className="small muted">
          Words such as pass, fail, open and closed are known; a word that is not becomes unknown, never a
          pass.
        </p>
        <div>
          <button type="submit" className="button" disabled={!ready}>
            Read the rows
          </button>
        </div>
      </form>
    </details>
  );
}
