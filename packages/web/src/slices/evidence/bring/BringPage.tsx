// Bring evidence: drop files or a folder, look at what each would change, commit whole, undo whole.
import { dayWords } from '@assay/core';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { PageHead } from '../../../ui/page.tsx';
import { DropZone } from './DropZone.tsx';
import { DryRun } from './DryRun.tsx';
import { Earlier } from './Earlier.tsx';
import type { BringSearch } from './preset.ts';
import { committable, type Item } from './queue.ts';
import { QueueTable } from './QueueTable.tsx';
import { Recent } from './Recent.tsx';
import { useBring } from './useBring.ts';
import '../evidence.css';

export function BringPage() {
  const { org } = useParams({ from: '/o/$org' });
  const search = useSearch({ from: '/o/$org/import' });
  const { id } = search;
  const bring = useBring(org, search);
  const [chosen, setChosen] = useState<number>();
  const { items } = bring;
  const current = items.find((item) => item.id === chosen) ?? items[0];
  const ready = committable(items);
  return (
    <div className="page">
      <PageHead
        title="Bring evidence"
        name="Bring evidence"
        crumbs={
          <>
            <Link to="/o/$org/evidence" params={{ org }}>
              Evidence
            </Link>
            <Link to="/o/$org/evidence/imports" params={{ org }}>
              Imports
            </Link>
          </>
        }
        sentence={sentence(items, ready.length)}
      >
        {ready.length > 1 ? (
          <button type="button" className="button primary" onClick={() => void bring.commit(ready)}>
            Commit all {ready.length} files
          </button>
        ) : null}
      </PageHead>
      <ForHole search={search} />
      <DropZone small={items.length > 0} add={bring.add} />
      {items.length > 1 ? (
        <QueueTable items={items} current={current?.id} choose={setChosen} bring={bring} />
      ) : null}
      {current ? (
        <DryRun key={current.id} org={org} item={current} bring={bring} alone={items.length === 1} />
      ) : id === undefined ? (
        <Recent org={org} />
      ) : (
        <Earlier org={org} id={id} />
      )}
    </div>
  );
}

/** Says which hole the next file is to fill. */
function ForHole({ search: { control, day } }: { readonly search: BringSearch }) {
  if (control === undefined && day === undefined) return null;
  return (
    <p className="note" role="status">
      What you bring here is filed
      {control === undefined ? '' : ` under ${control}`}
      {day === undefined ? '' : ` as performed on ${dayWords(day)}`}. Correct it below if it was not.
    </p>
  );
}

function sentence(items: readonly Item[], ready: number): string {
  if (items.length === 0)
    return 'Any file can be evidence. Scanner output is read into results first; nothing changes until you commit.';
  const of = (test: (item: Item) => boolean): number => items.filter(test).length;
  const parts = [
    of((item) => ['waiting', 'sending', 'reading'].includes(item.step.kind)) > 0
      ? `${of((item) => ['waiting', 'sending', 'reading'].includes(item.step.kind))} on the way`
      : undefined,
    ready > 0 ? `${ready} read and not committed yet` : undefined,
    of(isNew) > 0 ? `${of(isNew)} committed` : undefined,
    of(isIn('refused')) > 0 ? `${of(isIn('refused'))} refused` : undefined,
    of(isHere) > 0 ? `${of(isHere)} here already` : undefined,
  ].filter((part) => part !== undefined);
  const files = items.length === 1 ? '1 file' : `${items.length} files`;
  return parts.length === 0 ? `${files}.` : `${files}: ${parts.join(', ')}.`;
}

function isHere(item: Item): boolean {
  return item.step.kind === 'read' && (item.step.of.same_as !== null || item.here);
}

function isNew(item: Item): boolean {
  return isIn('committed')(item) && !item.here;
}

function isIn(state: string): (item: Item) => boolean {
  return (item) => item.step.kind === 'read' && item.step.of.state === state;
}
