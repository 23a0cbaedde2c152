// What is edited beside the picture: an estimate, the tolerance, or what a control costs.
import type { Change } from '../../../../data/api.ts';
import type { Losses } from '../losses.ts';
import { CostForm } from './CostForm.tsx';
import { EstimateForm } from './EstimateForm.tsx';
import { ToleranceForm } from './ToleranceForm.tsx';

interface Props {
  readonly org: string;
  readonly losses: Losses;
  /** `R-1`, `C-07` or `tolerance`, as the address has it. */
  readonly what: string;
  readonly tryOut: (losses: Losses) => void;
  readonly close: () => void;
  readonly make: (change: Change<unknown>) => void;
}

export function EditPanel({ what, ...rest }: Props) {
  return (
    <aside className="drawer losses-edit" aria-label="Edit">
      <Form what={what} {...rest} />
    </aside>
  );
}

function Form({ what, ...rest }: Props) {
  if (what === 'tolerance') return <ToleranceForm {...rest} />;
  const risk = rest.losses.risks.find(({ code }) => code === what);
  if (risk) return <EstimateForm {...rest} risk={risk} />;
  const control = rest.losses.controls.find((each) => each.control === what);
  if (control) return <CostForm {...rest} control={control} />;
  return (
    <p className="muted">
      There is no open risk and no control {what} here.{' '}
      <button type="button" className="plain" onClick={rest.close}>
        Close
      </button>
    </p>
  );
}
