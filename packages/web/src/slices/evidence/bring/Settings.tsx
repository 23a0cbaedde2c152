// What can be set before the file counts. A change is in the dry run only once the file is read again with it.
import { useState } from 'react';
import { periodOf } from '../covers.ts';
import { RecordFields, type Fields } from '../RecordFields.tsx';
import type { ImportRow } from '../records.ts';
import type { Item } from './queue.ts';

interface Props {
  readonly org: string;
  readonly of: ImportRow;
  readonly item: Item;
  readonly mark: (dirty: boolean) => void;
  readonly again: (fields: Fields) => void;
}

export function Settings({ org, of, item, mark, again }: Props) {
  const given = item.fields ?? defaultsOf(of);
  const [fields, setFields] = useState<Fields>(given);
  const dirty = JSON.stringify(fields) !== JSON.stringify(given);
  const half = (fields.first === '') !== (fields.last === '');
  const reversed = !half && fields.first !== '' && periodOf(fields.first, fields.last) === undefined;
  return (
    <details className="settings" open={of.total === 0}>
      <summary>
        {of.total > 0
          ? 'Title, days and controls: as the file says'
          : 'What it is, when it was true, what it serves'}
      </summary>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          again(fields);
        }}
      >
        <RecordFields
          org={org}
          value={fields}
          guessed={guessesShown(item, fields)}
          titleHint={of.total > 0 ? 'As its reader names it' : undefined}
          change={(next) => {
            setFields(next);
            mark(JSON.stringify(next) !== JSON.stringify(given));
          }}
        />
        <p className="small muted">
          Without days of its own it stays fresh as long as each control says. Checks speak for their controls
          besides those named here.
        </p>
        {half || reversed ? (
          <p className="problem small">A period needs its first and its last day, in this order.</p>
        ) : null}
        <div className="toolbar">
          <button type="submit" className="button" disabled={!dirty || half || reversed}>
            Read again with these
          </button>
          {dirty ? <span className="small muted">Not in the dry run yet.</span> : null}
        </div>
      </form>
    </details>
  );
}

function defaultsOf(of: ImportRow): Fields {
  return {
    title: '',
    kind: of.total > 0 ? 'scan' : 'document',
    performed: of.ran_at?.slice(0, 10) ?? '',
    first: '',
    last: '',
    fresh: '',
    controls: [],
  };
}

/** A value is a guess as long as it is the guessed one. */
function guessesShown({ guesses, fields: given }: Item, fields: Fields) {
  if (!guesses || !given) return {};
  const { from } = guesses;
  return {
    ...(from.title && fields.title === guesses.title ? { title: from.title } : {}),
    ...(from.kind && fields.kind === guesses.kind ? { kind: from.kind } : {}),
    ...(from.performed && fields.performed === guesses.performed ? { performed: from.performed } : {}),
    ...(from.first && fields.first === guesses.first ? { first: from.first } : {}),
    ...(from.controls && fields.controls.join() === guesses.controls.join()
      ? { controls: from.controls }
      : {}),
  };
}
