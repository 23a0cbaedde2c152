// Checks of the file that speak for no control: what is said here counts from this import on.
import { MapChecks } from '../../monitoring/MapChecks.tsx';
import type { ImportRow } from '../records.ts';

export function Unmapped({ org, of }: { readonly org: string; readonly of: ImportRow }) {
  if (of.unmapped.length === 0) return null;
  return (
    <section className="section" aria-labelledby="unmapped">
      <h2 id="unmapped">
        {of.unmapped.length === 1
          ? '1 check speaks for no control'
          : `${of.unmapped.length} checks speak for no control`}
      </h2>
      <MapChecks
        org={org}
        checks={of.unmapped.map(({ check, observations }) => ({ key: check, results: observations }))}
      />
    </section>
  );
}
