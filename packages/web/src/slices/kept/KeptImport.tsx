// One kept table: what was found of it, what its columns are, what each row changes, and the way back.
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { api, useChange } from '../../data/api.ts';
import { StatusMark } from '../../ui/marks.tsx';
import { PageHead } from '../../ui/page.tsx';
import { TableSection, type SmallColumn } from '../../ui/TableSection.tsx';
import { KeptColumns } from './KeptColumns.tsx';
import { keptRowColumns } from './kept.columns.tsx';
import { byWeight, leftWord, writes, type Kept } from './kept.ts';

interface Props {
  readonly org: string;
  readonly kept: Kept;
  readonly crumb: ReactNode;
  readonly tabs: ReactNode;
}

export function KeptImport({ org, kept, crumb, tabs }: Props) {
  return (
    <>
      <PageHead title={kept.filename} name={kept.filename} crumbs={crumb} sentence={kept.sentence}>
        <Acts org={org} kept={kept} />
      </PageHead>
      {tabs}
      {kept.draft ? <Draft kept={kept} draft={kept.draft} /> : null}
      <Rows org={org} kept={kept} />
      <KeptColumns key={JSON.stringify(kept.tables)} org={org} kept={kept} />
      <TableSection
        title="Rows that were left"
        file={`${org}-${kept.id}-left`}
        rows={kept.rows_left}
        keyOf={(row) => `${row.sheet} ${row.row}`}
        columns={LEFT}
        empty={<p className="muted">No row below the headings was left.</p>}
        note={
          kept.left > kept.rows_left.length ? (
            <p className="small muted">
              The first {kept.rows_left.length} of {kept.left}.
            </p>
          ) : null
        }
      />
    </>
  );
}

function Acts({ org, kept }: Pick<Props, 'org' | 'kept'>) {
  const change = useChange(org);
  const navigate = useNavigate();
  const [skip, setSkip] = useState(false);
  const params = { org, kept: kept.id };
  const undo = () => api['kept.undo']({ params });
  if (kept.state === 'undone') return null;
  if (kept.state === 'committed')
    return (
      <button
        type="button"
        className="button"
        disabled={change.isPending}
        onClick={() => change.mutate({ act: undo, done: `${kept.id} is undone; its history stays.` })}
      >
        Undo the whole import
      </button>
    );
  const count = writes(kept);
  const ready = count > 0 && (kept.counts.error === 0 || skip);
  const things = kept.kind === 'statement' ? 'row' : 'risk';
  return (
    <>
      {kept.counts.error > 0 ? (
        <label className="small">
          <input type="checkbox" checked={skip} onChange={(event) => setSkip(event.target.checked)} /> Leave
          out the {kept.counts.error} that cannot stand
        </label>
      ) : null}
      <button
        type="button"
        className="button"
        disabled={change.isPending}
        onClick={() =>
          change.mutate(
            {
              act: () => api['kept.discard']({ params }),
              done: `${kept.id} is thrown away; nothing of it counted.`,
            },
            { onSuccess: () => void navigate({ to: '.', search: {} }) },
          )
        }
      >
        Throw it away
      </button>
      <button
        type="button"
        className="button primary"
        disabled={!ready || change.isPending}
        onClick={() =>
          change.mutate({
            act: () => api['kept.commit']({ params, body: { skip_errors: skip } }),
            done: `${kept.filename} is committed: ${count} ${things}${count === 1 ? '' : 's'} written.`,
            undo,
          })
        }
      >
        {count === 0 ? 'Nothing to commit' : `Commit ${count} ${things}${count === 1 ? '' : 's'}`}
      </button>
    </>
  );
}

/** What became of a statement of 2013: every number with what it is of. */
function Draft({ kept, draft }: { readonly kept: Kept; readonly draft: NonNullable<Kept['draft']> }) {
  const open = draft.new + draft.conflicting + draft.unclear;
  return (
    <p className="prose">
      Drafted from {kept.mapped} controls of 2013: {draft.one_to_one} one to one, {draft.merged} merged,{' '}
      {draft.new} new, {draft.split} split into two. {draft.in} are in and {draft.out} out; for {open} it
      decides nothing: {draft.new} that 2013 did not have, {draft.conflicting} whose parents disagree,{' '}
      {draft.unclear} of which nothing could be carried. The status of parents differs in{' '}
      {draft.status_conflicts} of {draft.merged} merged controls.
    </p>
  );
}

const SHOWN_FIRST = 150;

function Rows({ org, kept }: Pick<Props, 'org' | 'kept'>) {
  const [all, setAll] = useState(false);
  const rows = byWeight(kept.rows);
  return (
    <TableSection
      title={kept.state === 'pending' ? 'What would change' : 'What changed'}
      file={`${org}-${kept.id}-rows`}
      rows={all ? rows : rows.slice(0, SHOWN_FIRST)}
      keyOf={(row) => `${row.sheet} ${row.row} ${row.subject ?? ''}`}
      columns={keptRowColumns(org, kept)}
      note={
        !all && rows.length > SHOWN_FIRST ? (
          <p>
            <button type="button" className="button" onClick={() => setAll(true)}>
              Show all {rows.length}
            </button>
          </p>
        ) : null
      }
    />
  );
}

const LEFT: readonly SmallColumn<Kept['rows_left'][number]>[] = [
  { name: 'Sheet', show: (row) => row.sheet, value: (row) => row.sheet },
  { name: 'Row', show: (row) => row.row, value: (row) => row.row, number: true },
  {
    name: 'Left because',
    show: (row) => <StatusMark state="kept_left">{leftWord(row.reason)}</StatusMark>,
    value: (row) => leftWord(row.reason),
  },
  { name: 'Text', show: (row) => row.text, value: (row) => row.text, grow: true },
];
