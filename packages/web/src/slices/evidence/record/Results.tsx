// What the record's file said, counted by status, with the way to each result.
import { Link } from '@tanstack/react-router';
import { StatusMark } from '../../../ui/marks.tsx';
import type { EvidenceRow } from '../records.ts';

const STATES = [
  ['pass', 'pass'],
  ['fail', 'fail'],
  ['error', 'error'],
  ['unknown', 'unknown'],
  ['not_applicable', 'not_applicable'],
] as const;
const WORDS = {
  pass: 'pass',
  fail: 'fail',
  error: 'error',
  unknown: 'unknown',
  not_applicable: 'not applicable',
} as const;

export function Results({ org, row }: { readonly org: string; readonly row: EvidenceRow }) {
  const { observations } = row;
  if (!observations) return null;
  return (
    <section className="section" aria-labelledby="results">
      <h2 id="results">What it says</h2>
      <div className="toolbar results">
        {STATES.filter(([key]) => observations[key] > 0).map(([key, state]) => (
          <StatusMark key={key} state={state}>
            {observations[key]} {WORDS[key]}
          </StatusMark>
        ))}
        <Link className="button quiet" to="/o/$org/checks" params={{ org }} search={{ q: row.source }}>
          Checks of {row.source}
        </Link>
      </div>
    </section>
  );
}
