// Items of samples on a day: which event, what its test says, and the sheet on which it stands.
import { PIN_WORDS } from '@assay/core';
import { Link } from '@tanstack/react-router';
import type { SampledItem } from '../sampled.ts';
import { PinShape } from '../strip/Legend.tsx';

export function Sampled({ org, items }: { readonly org: string; readonly items: readonly SampledItem[] }) {
  if (items.length === 0) return null;
  return (
    <div className="side">
      <h3>Samples</h3>
      <ul className="day-list">
        {items.map(({ sample, number, key, result }) => (
          <li key={`${sample} ${number}`}>
            <PinShape result={result} /> {key}
            <span className="under wrap">
              item {number} of{' '}
              <Link className="id" to="/o/$org/samples/$sample" params={{ org, sample }}>
                {sample}
              </Link>
              , {PIN_WORDS[result].said}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
