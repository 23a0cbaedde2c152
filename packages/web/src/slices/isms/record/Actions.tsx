// What a review wants done: who, by when, and the word that it is done, which a closed review takes too.
import { StatusMark } from '../../../ui/marks.tsx';
import { TableSection } from '../../../ui/TableSection.tsx';
import { useToday } from '../../../ui/useToday.ts';
import type { IsmsRow } from '../records.ts';
import { useRecordChange } from './useRecordChange.ts';

type Action = Extract<IsmsRow['record'], { kind: 'review' }>['actions'][number];

export function Actions({
  org,
  row,
  newest,
}: {
  readonly org: string;
  readonly row: IsmsRow;
  readonly newest: boolean;
}) {
  const today = useToday();
  const change = useRecordChange(org, row);
  const rows = row.record.kind === 'review' ? row.record.actions : [];
  const stateOf = ({ due, done }: Action): string => {
    if (done !== null) return 'change_done';
    return due !== null && due < today ? 'change_overdue' : 'task_open';
  };
  return (
    <TableSection
      title="Actions"
      file={`${row.id}-actions`}
      rows={rows.map((action, i) => ({ action, number: i + 1 }))}
      keyOf={({ number }) => String(number)}
      empty={<p className="muted">Nothing is written.</p>}
      columns={[
        { name: 'What', grow: true, value: ({ action }) => action.what, show: ({ action }) => action.what },
        {
          name: 'State',
          value: ({ action }) => stateOf(action),
          show: ({ action }) => <StatusMark state={stateOf(action)} />,
        },
        {
          name: 'Owner',
          value: ({ action }) => action.owner ?? '',
          show: ({ action }) => action.owner ?? '—',
        },
        { name: 'Due', value: ({ action }) => action.due ?? '', show: ({ action }) => action.due ?? '—' },
        {
          name: 'Done',
          value: ({ action }) => action.done ?? '',
          show: ({ action, number }) =>
            action.done ??
            (newest ? (
              <button type="button" className="plain" onClick={() => change.done(number, today)}>
                it is done<span className="sr">: {action.what}</span>
              </button>
            ) : (
              '—'
            )),
        },
      ]}
    />
  );
}
