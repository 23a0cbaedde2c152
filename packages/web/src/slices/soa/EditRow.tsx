// Decides one row: in with the very risk, obligation or baseline, out with its justification; what it would break is said
// while one types.
import { api, useChange, useOrg } from '../../data/api.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { StatusMark } from '../../ui/marks.tsx';
import { useState } from 'react';
import { bodyOf, draftOf, type Draft } from './draft.ts';
import { ReasonFields } from './ReasonFields.tsx';
import { isAnnex, type Obligation, type SoaLint, type SoaRow } from './soa.ts';
import { Broken } from './statement.columns.tsx';
import { useTry } from './useTry.ts';

interface Props {
  readonly org: string;
  readonly row: SoaRow & { readonly tag: string };
  readonly close: () => void;
}

const CHOICES = [
  ['in', 'It is in'],
  ['out', 'It is out'],
  ['undecided', 'Undecided'],
] as const;

export function EditRow({ org, row, close }: Props) {
  const change = useChange(org);
  const obligations = useOrg(org, ['obligations'], () => api['obligations.list']({ params: { org } }));
  const [draft, setDraft] = useState<Draft>(() => draftOf(row));
  const set = (next: Partial<Draft>): void => setDraft({ ...draft, ...next });
  const kindOf = kindsOf(obligations.data?.data ?? []);
  const body = bodyOf(draft, row, kindOf);
  const lints = useTry(org, row.id, body);
  const save = (): void => {
    if (body === undefined) return;
    close();
    change.mutate({
      act: () => api['soa.decide']({ params: { org, row: row.id }, body, ifMatch: `"${row.tag}"` }),
      done: `${row.id} is ${body.decision}.`,
      undo: undoOf(org, row, kindOf),
    });
  };
  return (
    <Dialog title={`${row.id} ${row.title}`} close={close}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <fieldset className="choice-row">
          <legend className="sr">Is it in?</legend>
          {CHOICES.filter(([decision]) => decision !== 'out' || isAnnex(row.id)).map(([decision, words]) => (
            <label key={decision}>
              <input
                type="radio"
                name="decision"
                checked={draft.decision === decision}
                onChange={() => set({ decision })}
              />{' '}
              {words}
            </label>
          ))}
        </fieldset>
        {draft.decision === 'in' ? (
          <ReasonFields
            org={org}
            row={row}
            draft={draft}
            set={set}
            obligations={obligations.data?.data ?? []}
          />
        ) : null}
        {draft.decision === 'out' ? (
          <label className="field">
            <span>Why it is not necessary, so that a stranger can follow it</span>
            <textarea
              className="input"
              maxLength={2000}
              value={draft.justification}
              onChange={(event) => set({ justification: event.target.value })}
            />
          </label>
        ) : null}
        <Notes row={row} draft={draft} set={set} />
        <Would lints={lints} reasonless={body === undefined} />
        <div className="toolbar">
          <button
            type="submit"
            className="button primary"
            disabled={body === undefined}
            title={body === undefined ? 'A row that is in needs a reason first' : undefined}
          >
            Record the decision
          </button>
          <button type="button" className="button quiet" onClick={close}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}

interface NotesProps {
  readonly row: SoaRow;
  readonly draft: Draft;
  readonly set: (next: Partial<Draft>) => void;
}

function Notes({ row, draft, set }: NotesProps) {
  return (
    <>
      {draft.decision === 'in' && row.implementation !== null ? (
        <p className="small muted">
          Status: <StatusMark state={row.implementation} />. It follows from its controls
          {row.controls.length === 0 ? '; none is adopted.' : `, ${row.controls.join(', ')}.`}
        </p>
      ) : null}
      <label className="field">
        <span>How it is implemented</span>
        <textarea
          className="input"
          maxLength={4000}
          value={draft.how}
          onChange={(event) => set({ how: event.target.value })}
        />
      </label>
      <div className="field-row narrow">
        <label className="field">
          <span>Owner</span>
          <input
            className="input"
            maxLength={120}
            value={draft.owner}
            onChange={(event) => set({ owner: event.target.value })}
          />
        </label>
        <label className="field">
          <span>In place by</span>
          <input
            className="input"
            type="date"
            value={draft.due}
            onChange={(event) => set({ due: event.target.value })}
          />
        </label>
      </div>
    </>
  );
}

function Would(props: { readonly lints: readonly SoaLint[] | undefined; readonly reasonless: boolean }) {
  const { lints, reasonless } = props;
  return (
    <div className="would" aria-live="polite">
      {reasonless ? (
        <p className="small muted">Name the risk, law, contract or baseline that it is in for.</p>
      ) : lints === undefined ? (
        <p className="small muted">Seeing which rules it would break …</p>
      ) : lints.length === 0 ? (
        <p className="small">
          <StatusMark state="proved">It breaks no rule.</StatusMark>
        </p>
      ) : (
        lints.map((lint) => (
          <p key={`${lint.code} ${lint.detail}`}>
            <Broken lint={lint} />
          </p>
        ))
      )}
    </div>
  );
}

type KindOf = (obligation: string) => 'law' | 'contract';

function kindsOf(obligations: readonly Obligation[]): KindOf {
  return (code) => (obligations.find(({ id }) => id === code)?.kind === 'contract' ? 'contract' : 'law');
}

/** The way back: the row is read for its tag, and decided as it was; a word without reasons is recorded as that word. */
function undoOf(org: string, row: SoaRow, kindOf: KindOf) {
  const params = { org, row: row.id };
  const before = draftOf(row);
  const kept = { how: before.how, owner: before.owner || null, due: before.due || null };
  const body = bodyOf(before, row, kindOf);
  return async () => {
    if (body === undefined)
      return api['applicability.decide']({
        params: { org, framework: 'iso27001:2022', requirement: row.id },
        body: { applies: true, because: row.justification },
      });
    const now = await api['soa.row']({ params });
    if (!now.ok) return now;
    return api['soa.decide']({ params, body: { ...body, ...kept }, ifMatch: `"${now.value.data.tag}"` });
  };
}
