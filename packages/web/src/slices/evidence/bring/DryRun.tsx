// One file: how far it is, then what it says, what it would change, and what can be set before it counts.
import { useEffect, useState } from 'react';
import { tell } from '../../../data/toasts.ts';
import type { ImportRow } from '../records.ts';
import { ColumnsForm } from './ColumnsForm.tsx';
import { Effect } from './Effect.tsx';
import { ImportFacts } from './ImportFacts.tsx';
import { ImportHead } from './ImportHead.tsx';
import { Problems } from './Problems.tsx';
import { Progress } from './Progress.tsx';
import { Settings } from './Settings.tsx';
import { Unmapped } from './Unmapped.tsx';
import type { Bring } from './useBring.ts';
import type { Item } from './queue.ts';

interface Props {
  readonly org: string;
  readonly item: Item;
  readonly bring: Bring;
  readonly alone: boolean;
}

export function DryRun({ org, item, bring, alone }: Props) {
  const { step } = item;
  if (step.kind === 'stopped')
    return (
      <div role="alert">
        <p className="problem">
          <strong>{item.path}</strong> {step.why}
        </p>
        <button type="button" className="button quiet" onClick={() => bring.drop(item)}>
          Take it off the list
        </button>
      </div>
    );
  if (step.kind !== 'read')
    return alone ? (
      <div className="going" role="status">
        <strong>{item.path}</strong>
        <Progress item={item} cancel={() => bring.cancel(item)} />
      </div>
    ) : null;
  return <Read org={org} item={item} of={step.of} bring={bring} />;
}

function Read(props: {
  readonly org: string;
  readonly item: Item;
  readonly of: ImportRow;
  readonly bring: Bring;
}) {
  const { org, item, of, bring } = props;
  const [dirty, setDirty] = useState(false);
  useEffect(() => {
    document.querySelector<HTMLElement>('#dry-run')?.focus();
  }, [of.id]);
  const undo = async (): Promise<void> => {
    await bring.undo(item, of);
    tell(`${of.filename} is undone.`);
  };
  const commit = async (): Promise<void> => {
    await bring.commit([{ item, of }]);
    tell(`${of.filename} is committed.`, undo);
  };
  const open = of.state === 'pending' && of.same_as === null;
  return (
    <>
      <ImportHead
        org={org}
        of={of}
        dirty={dirty}
        here={item.here}
        acts={{
          commit: () => void commit(),
          undo: () => void undo(),
          readAgain: () => void bring.again(item, item.fields),
          discard: () => void bring.discard(item, of),
        }}
      />
      <ImportFacts of={of} />
      <Problems org={org} of={of} />
      {open && of.reader === 'artefact' ? (
        <ColumnsForm
          item={item}
          read={(columns) => void bring.again(item, item.fields ?? emptyFields(of), columns)}
        />
      ) : null}
      {open ? (
        <Settings
          key={of.id}
          org={org}
          of={of}
          item={item}
          mark={setDirty}
          again={(fields) => void bring.again(item, fields)}
        />
      ) : null}
      {of.state === 'pending' ? <Effect org={org} of={of} /> : null}
      <Unmapped org={org} of={of} />
    </>
  );
}

function emptyFields(of: ImportRow) {
  return {
    title: '',
    kind: of.total > 0 ? ('scan' as const) : ('document' as const),
    performed: '',
    first: '',
    last: '',
    fresh: '',
    controls: [],
  };
}
