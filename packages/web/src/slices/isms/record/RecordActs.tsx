// What can be done with a record as it stands: write on, approve, measure, fill, close, print.
import { useState } from 'react';
import { PrintLinks } from '../../../ui/PrintLinks.tsx';
import { hasNoApproval, type IsmsRow } from '../records.ts';
import { ApproveDialog } from './ApproveDialog.tsx';
import { ReasonDialog } from '../../../ui/ReasonDialog.tsx';
import { CloseDialog } from './CloseDialog.tsx';
import { MeasureDialog } from './MeasureDialog.tsx';
import { useRecordChange } from './useRecordChange.ts';

interface Props {
  readonly org: string;
  readonly row: IsmsRow;
  readonly edit: () => void;
}

export function RecordActs({ org, row, edit }: Props) {
  const [asked, setAsked] = useState<'approve' | 'measure' | 'close' | 'withdraw'>();
  const change = useRecordChange(org, row);
  const { record } = row;
  const ended =
    (record.kind === 'review' && record.closed !== null) ||
    (record.kind === 'feedback' && record.withdrawn !== null);
  const blocked = row.lints.filter(({ blocks }) => blocks);
  const done = (): void => setAsked(undefined);
  return (
    <>
      <Printed org={org} row={row} />
      {record.kind === 'review' && !ended ? (
        <button type="button" className="button" onClick={() => change.fill()}>
          Fill from the data
        </button>
      ) : null}
      {record.kind === 'objective' ? (
        <button type="button" className="button" onClick={() => setAsked('measure')}>
          Record a measurement
        </button>
      ) : null}
      {ended ? null : (
        <button type="button" className="button" onClick={edit}>
          {editWord(row)}
        </button>
      )}
      {record.kind === 'feedback' && record.withdrawn === null ? (
        <button type="button" className="button" onClick={() => setAsked('withdraw')}>
          Withdraw
        </button>
      ) : null}
      {record.kind === 'review' ? (
        ended ? null : (
          <Waiting act="Close the review" blocked={blocked.length} press={() => setAsked('close')} />
        )
      ) : hasNoApproval(row) || row.approval || row.in_force === row.revision ? null : (
        <Waiting
          act={`Approve version ${row.revision}`}
          blocked={blocked.length}
          press={() => setAsked('approve')}
        />
      )}
      {asked === 'approve' ? (
        <ApproveDialog what={`version ${row.revision}`} close={done} approve={change.approve} />
      ) : null}
      {asked === 'measure' && record.kind === 'objective' ? (
        <MeasureDialog unit={record.unit} close={done} measure={change.measure} />
      ) : null}
      {asked === 'withdraw' ? (
        <ReasonDialog
          title={`Withdraw ${row.id}`}
          ask="Why was this not said, or not so?"
          act="Withdraw"
          longest={400}
          close={done}
          give={change.withdraw}
        />
      ) : null}
      {asked === 'close' ? <CloseDialog id={row.id} close={done} end={change.close} /> : null}
    </>
  );
}

function editWord({ record, revision }: IsmsRow): string {
  if (record.kind === 'review') return 'Write the review';
  if (record.kind !== 'feedback') return `Draft version ${revision + 1}`;
  return record.answer === null ? 'Write the answer' : 'Write it anew';
}

/** A button that says why it waits, where remarks block it. */
function Waiting(props: { readonly act: string; readonly blocked: number; readonly press: () => void }) {
  const { act, blocked, press } = props;
  return (
    <button
      type="button"
      className={blocked > 0 ? 'button' : 'button primary'}
      disabled={blocked > 0}
      title={blocked > 0 ? `${blocked} ${blocked === 1 ? 'remark blocks' : 'remarks block'} it` : undefined}
      onClick={press}
    >
      {act}
    </button>
  );
}

function Printed({ org, row }: Pick<Props, 'org' | 'row'>) {
  switch (row.record.kind) {
    case 'scope':
      return <PrintLinks org={org} document="isms-scope" of={row.record.framework} />;
    case 'context':
    case 'parties':
      return <PrintLinks org={org} document="context" />;
    case 'review':
      return <PrintLinks org={org} document="review-minutes" of={row.id} />;
    default:
      return null;
  }
}
