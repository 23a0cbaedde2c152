// Writing a record: its fields, one button that saves the next version, and a way back.
import { ismsBody } from '@assay/contract';
import type { IsmsKind } from '@assay/core';
import { useState } from 'react';
import type { IsmsBody } from '../records.ts';
import { Fields } from './FieldInput.tsx';
import { cleaned, FIELDS, type JsonObject } from './fields.ts';
import { InputTexts } from './InputTexts.tsx';

interface Props {
  readonly kind: IsmsKind;
  readonly first: JsonObject;
  /** What the button says. */
  readonly act: string;
  readonly save: (body: IsmsBody) => void;
  readonly cancel: () => void;
}

export function RecordForm({ kind, first, act, save, cancel }: Props) {
  const [value, setValue] = useState(first);
  const [fault, setFault] = useState<string>();
  return (
    <form
      className="stack isms-form"
      onSubmit={(event) => {
        event.preventDefault();
        const read = ismsBody.safeParse(cleaned(FIELDS[kind], value));
        if (read.success) save(read.data);
        else setFault(faultOf(read.error.issues[0]));
      }}
    >
      {kind === 'review' ? <InputTexts value={value} change={setValue} /> : null}
      <div className="isms-row-fields">
        <Fields fields={FIELDS[kind]} value={value} change={setValue} />
      </div>
      {fault === undefined ? null : (
        <p className="problem" role="alert">
          {fault}
        </p>
      )}
      <div className="toolbar">
        <button type="submit" className="button primary">
          {act}
        </button>
        <button type="button" className="button quiet" onClick={cancel}>
          Cancel
        </button>
      </div>
    </form>
  );
}

/** Where the first fault is, counted as people count, and what is wrong. */
function faultOf(
  issue: { readonly path: readonly PropertyKey[]; readonly message: string } | undefined,
): string {
  if (!issue) return 'Something is missing.';
  const where = issue.path.map((part) => (typeof part === 'number' ? String(part + 1) : String(part)));
  return `${where.join(', ').replaceAll('_', ' ')}: ${issue.message}.`;
}
