// A state on its way: as it is now, and what becomes of it.
import { StatusMark } from '../../../ui/marks.tsx';
import { changes, type Then } from './moves.ts';

export function Path({ of }: { readonly of: Then }) {
  const path = changes(of);
  return (
    <>
      {path.map((step, i) => (
        <span key={step.when} className="move-step">
          {i > 0 ? <span className="faint">→ </span> : null}
          <StatusMark state={step.state} />
          {step.when === 'once accepted' ? <span className="faint small"> once accepted</span> : null}{' '}
        </span>
      ))}
    </>
  );
}
