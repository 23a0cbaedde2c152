// The two verdicts on a control, side by side, with their reasons.
import type { Control } from '../../data/rows.ts';
import { FrameworkMark, StatusMark } from '../../ui/marks.tsx';

export function ControlVerdicts({ control }: { readonly control: Control }) {
  return (
    <div className="pair">
      <Verdict view="iso" name="ISO/IEC 27001 asks: is it fresh?" proof={control.iso} />
      <Verdict view="soc2" name="SOC 2 asks: is it in the period?" proof={control.soc2} />
    </div>
  );
}

interface Props {
  readonly view: 'iso' | 'soc2';
  readonly name: string;
  readonly proof: Control['iso'];
}

function Verdict({ view, name, proof }: Props) {
  const { pass, fail, error, unknown } = proof.checks;
  return (
    <section className="side" aria-label={name}>
      <h2>
        <FrameworkMark view={view}>{name}</FrameworkMark>
      </h2>
      <p className="verdict">
        <StatusMark state={proof.state} />
      </p>
      <p>{proof.reason}</p>
      <p className="small muted">
        {proof.last_proof ? `Last proof ${proof.last_proof}.` : 'No proof so far.'}{' '}
        {pass + fail + error + unknown > 0
          ? `Checks: ${pass} pass, ${fail} fail, ${error + unknown} without an answer.`
          : ''}
      </p>
      {proof.systems.length === 0 ? null : <Systems systems={proof.systems} />}
    </section>
  );
}

/** The same for each system of the scope, where evidence or a schedule tells them apart. */
function Systems({ systems }: { readonly systems: Props['proof']['systems'] }) {
  return (
    <ul className="verdict-systems" aria-label="By system of the scope">
      {systems.map(({ system, since, state, excused }) => (
        <li key={system}>
          <span>{system}</span>
          <StatusMark state={excused ? 'standing_excluded' : state} />
          {since === null ? null : <span className="small muted">in scope since {since}</span>}
        </li>
      ))}
    </ul>
  );
}
