// The list and, beside it, the record in focus. Keys: a accepts, r rejects, x picks, X picks a range.
import { useMemo, useState, type ReactNode } from 'react';
import { focusRow, useRowKeys } from '../../../ui/rowKeys.ts';
import { keep, NOTHING, pick, pickAll } from '../../../ui/selection.ts';
import { VirtualTable, type WideColumn } from '../../../ui/VirtualTable.tsx';
import { EvidenceId } from '../links.tsx';
import { reasonLine } from '../reasons.ts';
import type { EvidenceRow } from '../records.ts';
import { RejectDialog } from '../RejectDialog.tsx';
import { useReview, type Decision } from '../useReview.ts';
import { Peek } from './Peek.tsx';
import { PickedBar } from './PickedBar.tsx';

interface Props {
  readonly org: string;
  readonly rows: readonly EvidenceRow[];
  readonly today: string;
  /** What narrows the list. */
  readonly children: ReactNode;
}

export function InboxList({ org, rows, today, children }: Props) {
  const keys = useMemo(() => rows.map((row) => row.code), [rows]);
  const columns = useMemo(() => columnsOf(org, today), [org, today]);
  const [selection, setSelection] = useState(NOTHING);
  const [current, setCurrent] = useState<string | undefined>();
  const [rejecting, setRejecting] = useState<readonly string[] | undefined>();
  const { busy, review } = useReview(org);
  const picked = useMemo(() => keep(selection, keys), [selection, keys]);
  const shown = rows.find((row) => row.code === current) ?? rows[0];
  const decide = async (codes: readonly string[], body: Decision): Promise<void> => {
    const next = nextOf(keys, codes);
    await review(codes, body);
    setSelection(NOTHING);
    setCurrent(next);
    focusRow(next);
  };
  const reviewable = (codes: readonly string[]): readonly string[] =>
    rows.filter((row) => codes.includes(row.code) && row.review.state === 'pending').map((row) => row.code);
  const aim = (row: string | undefined): readonly string[] =>
    reviewable(picked.size > 0 ? [...picked] : row === undefined ? [] : [row]);
  const press = (key: string, range: boolean): void => setSelection(pick(selection, keys, { key, range }));
  useRowKeys({
    a: (row) => {
      const codes = aim(row ?? shown?.code);
      if (codes.length > 0 && !busy) void decide(codes, { decision: 'accept' });
    },
    r: (row) => {
      const codes = aim(row ?? shown?.code);
      if (codes.length > 0 && !busy) setRejecting(codes);
    },
    x: (row) => row !== undefined && press(row, false),
    X: (row) => row !== undefined && press(row, true),
  });
  return (
    <>
      <div className="inbox-tools">
        {children}
        <PickedBar
          count={rows.length}
          picked={picked.size}
          codes={reviewable([...picked])}
          busy={busy}
          accept={(codes) => void decide(codes, { decision: 'accept' })}
          reject={setRejecting}
          clear={() => setSelection(NOTHING)}
        />
      </div>
      <div className="split">
        <VirtualTable
          caption="Records that ask for attention"
          rows={rows}
          columns={columns}
          keyOf={(row) => row.code}
          nameOf={(row) => row.code}
          current={shown?.code}
          onRow={setCurrent}
          picking={{ picked, pick: press, pickAll: () => setSelection(pickAll(selection, keys)) }}
        />
        {shown ? (
          <Peek
            org={org}
            row={shown}
            busy={busy}
            accept={() => void decide([shown.code], { decision: 'accept' })}
            reject={() => setRejecting([shown.code])}
          />
        ) : null}
      </div>
      {rejecting ? (
        <RejectDialog
          codes={rejecting}
          close={() => setRejecting(undefined)}
          reject={(reason) => void decide(rejecting, { decision: 'reject', reason })}
        />
      ) : null}
    </>
  );
}

/** The row after the last of those that leave, or the one before. */
function nextOf(keys: readonly string[], leaving: readonly string[]): string | undefined {
  const last = keys.findLastIndex((key) => leaving.includes(key));
  const after = keys.slice(last + 1).find((key) => !leaving.includes(key));
  return after ?? keys.slice(0, last).findLast((key) => !leaving.includes(key));
}

function columnsOf(org: string, today: string): readonly WideColumn<EvidenceRow>[] {
  return [
    {
      name: 'Id',
      width: 64,
      value: (row) => row.code,
      show: (row) => <EvidenceId org={org} code={row.code} />,
    },
    {
      name: 'Record, and why it is here',
      grow: true,
      value: (row) => row.title,
      show: (row) => (
        <>
          {row.title}
          <span className="under">{reasonLine(row, today)}</span>
        </>
      ),
    },
    {
      name: 'Performed',
      width: 104,
      value: (row) => row.performed_at,
      show: (row) => row.performed_at,
    },
  ];
}
