// What can be said next of a risk; each is one form.
import { useState } from 'react';
import { api, take, useChange } from '../../../data/api.ts';
import { Menu } from '../../../ui/Menu.tsx';
import { ReasonDialog } from '../../../ui/ReasonDialog.tsx';
import type { Method, Risk } from '../risks.ts';
import { AcceptDialog } from './AcceptDialog.tsx';
import { AssessDialog } from './AssessDialog.tsx';
import { EditDialog } from './EditDialog.tsx';
import { ReviewDialog } from './ReviewDialog.tsx';
import { TreatDialog } from './TreatDialog.tsx';

type Asking = 'assess' | 'treat' | 'accept' | 'review' | 'edit' | 'close';

interface Props {
  readonly org: string;
  readonly risk: Risk;
  readonly method: Method;
}

export function RiskActs({ org, risk, method }: Props) {
  const [asking, setAsking] = useState<Asking>();
  const closing = useClosing(org, risk);
  const close = (): void => setAsking(undefined);
  const next = nextOf(risk);
  const button = (what: Asking, says: string) => (
    <button
      type="button"
      className={what === next ? 'button primary' : 'button'}
      onClick={() => setAsking(what)}
    >
      {says}
    </button>
  );
  if (risk.state === 'closed')
    return (
      <button type="button" className="button" onClick={closing.open}>
        Open it again
      </button>
    );
  return (
    <>
      {button('assess', 'Assess')}
      {button('treat', 'Treat')}
      {button('accept', 'Accept')}
      {button('review', 'Review')}
      <Menu label="More" side="right">
        <button type="button" className="act" onClick={() => setAsking('edit')}>
          Edit
        </button>
        <button type="button" className="act" onClick={() => setAsking('close')}>
          Close it
        </button>
      </Menu>
      {asking === 'assess' ? <AssessDialog org={org} risk={risk} method={method} close={close} /> : null}
      {asking === 'treat' ? <TreatDialog org={org} risk={risk} close={close} /> : null}
      {asking === 'accept' ? <AcceptDialog org={org} risk={risk} method={method} close={close} /> : null}
      {asking === 'review' ? <ReviewDialog org={org} risk={risk} close={close} /> : null}
      {asking === 'edit' ? <EditDialog org={org} risk={risk} close={close} /> : null}
      {asking === 'close' ? (
        <ReasonDialog
          title={`Close ${risk.code}`}
          ask="Why is it no risk any more? It stays in the register with this reason."
          act="Close it"
          longest={1000}
          close={close}
          give={closing.close}
        />
      ) : null}
    </>
  );
}

/** What the record waits for: the step that is the primary button. */
function nextOf(risk: Risk): Asking {
  const has = (code: string): boolean => risk.lints.some((lint) => lint.code === code);
  if (risk.state === 'unassessed' || has('risk.older_method')) return 'assess';
  if (risk.state === 'open') return risk.treatment?.option === 'retain' ? 'accept' : 'treat';
  if (has('risk.review_overdue')) return 'review';
  return 'assess';
}

function useClosing(org: string, risk: Risk) {
  const change = useChange(org);
  const params = { org, risk: risk.code };
  const now = async (closed: string | null) => {
    // Undo follows the close, so it asks for the version of that moment.
    const { revision } = take(await api['risks.read']({ params }));
    return api['risks.change']({ params, ifMatch: `"${revision}"`, body: { closed } });
  };
  return {
    close: (because: string): void =>
      change.mutate({
        act: () => api['risks.change']({ params, ifMatch: `"${risk.revision}"`, body: { closed: because } }),
        done: `${risk.code} is closed.`,
        undo: () => now(null),
      }),
    open: (): void =>
      change.mutate({
        act: () => api['risks.change']({ params, ifMatch: `"${risk.revision}"`, body: { closed: null } }),
        done: `${risk.code} is open again.`,
        undo: () => now(risk.closed?.because ?? null),
      }),
  };
}
