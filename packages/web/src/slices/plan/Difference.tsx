// What moved since the plan was approved, and because of what.
import { StatusMark } from '../../ui/marks.tsx';
import { TableSection, type SmallColumn } from '../../ui/TableSection.tsx';
import { minuteText } from '../../ui/words.ts';
import { useBaselines, type Plan } from './plan.ts';

type Since = NonNullable<Plan['difference']>;

interface Row {
  readonly id: string;
  readonly title: string;
  readonly change: 'later' | 'earlier' | 'new' | 'gone';
  readonly approved: string;
  readonly now: string;
  readonly days: number | undefined;
  readonly because: string;
}

export function Difference({
  org,
  difference,
}: {
  readonly org: string;
  readonly difference: Plan['difference'];
}) {
  const baselines = useBaselines(org);
  const approved = baselines.data?.data.find(({ id }) => id === difference?.baseline);
  return (
    <TableSection
      title="Since it was approved"
      file="plan-difference"
      first={FIRST}
      rows={difference === null ? [] : rowsOf(difference)}
      columns={COLUMNS}
      keyOf={({ id, change }) => `${id} ${change}`}
      empty={
        <p className="muted">
          {difference?.sentence ??
            'No plan was approved yet: once one is, every move is held against it and told with its cause.'}
        </p>
      }
      note={
        difference === null ? null : (
          <p className="small muted prose">
            {rowsOf(difference).length === 0 ? null : <>{difference.sentence} </>}
            {approved
              ? `${approved.id} was approved by ${approved.approver}, ${approved.role}, ${minuteText(approved.approved_at)}.`
              : null}
          </p>
        )
      }
    />
  );
}

/** Rows that are read at first; a movement drags many tasks along, and they stand under it. */
const FIRST = 8;

/** Credentials first, then where movements began, then what they dragged along; what moved most first. */
function rowsOf({ moved, added, gone }: Since): readonly Row[] {
  const byWeight = moved.toSorted(
    (a, b) =>
      Number(b.gives !== null) - Number(a.gives !== null) ||
      Number(a.chain.length > 1) - Number(b.chain.length > 1) ||
      Math.abs(b.days) - Math.abs(a.days),
  );
  return [
    ...byWeight.map(({ id, title, from, to, days, because }): Row => ({
      id,
      title,
      change: days > 0 ? 'later' : 'earlier',
      approved: from,
      now: to,
      days,
      because: `${because.charAt(0).toUpperCase()}${because.slice(1)}.`,
    })),
    ...added.map(({ id, title, finish }): Row => ({
      id,
      title,
      change: 'new',
      approved: '',
      now: finish,
      days: undefined,
      because: 'It was no part of the approved plan.',
    })),
    ...gone.map(({ id, title }): Row => ({
      id,
      title,
      change: 'gone',
      approved: '',
      now: '',
      days: undefined,
      because: 'It is done, or not needed any more.',
    })),
  ];
}

const COLUMNS: readonly SmallColumn<Row>[] = [
  {
    name: 'Task',
    value: ({ title }) => title,
    show: ({ title }) => title,
  },
  {
    name: 'What',
    value: ({ change }) => change,
    show: ({ change }) => <StatusMark state={`plan_${change}`} />,
  },
  { name: 'Approved', value: ({ approved }) => approved, show: ({ approved }) => approved },
  { name: 'Now', value: ({ now }) => now, show: ({ now }) => now },
  {
    name: 'Days',
    number: true,
    value: ({ days }) => days ?? '',
    show: ({ days }) => (days === undefined ? '' : signedDays(days)),
  },
  { name: 'Because', grow: true, value: ({ because }) => because, show: ({ because }) => because },
];

function signedDays(days: number): string {
  return days > 0 ? `+${days}` : `−${Math.abs(days)}`;
}
