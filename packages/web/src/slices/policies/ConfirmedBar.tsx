// How many of the people named have confirmed, as a bar beside its numbers.
import { Fraction } from '../../ui/marks.tsx';
import type { PolicyRow } from './policies.ts';

export function ConfirmedBar({ of }: { readonly of: PolicyRow['acknowledged'] }) {
  if (of === null) return null;
  if (of.denominator === 0) return <span className="muted">nobody named</span>;
  const share = (of.numerator / of.denominator) * 100;
  return (
    <span className="confirmed">
      <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <rect className="track" width="100" height="8" />
        <rect className="fill" width={share} height="8" />
      </svg>
      <Fraction of={of} />
      <span className="only-phone faint">confirmed</span>
    </span>
  );
}
