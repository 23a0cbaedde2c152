// What is estimated of a risk in money, and the way to where that is simulated and said.
import { amountText } from '@assay/core';
import { Link } from '@tanstack/react-router';
import { useAsOf } from '../../../data/asof.ts';
import { modelWords, useLosses } from '../losses/losses.ts';
import type { Risk } from '../risks.ts';

export function InMoney({ org, risk }: { readonly org: string; readonly risk: Risk }) {
  const { day } = useAsOf();
  const losses = useLosses(org);
  // Losses are told of what is open; of a risk that is closed nothing is estimated any more.
  const found = losses.data?.risks.find(({ code }) => code === risk.code);
  if (!found) return null;
  const { inherent, residual } = found;
  const said = [
    ['before treatment', modelWords(inherent, amountText)],
    ['after', modelWords(residual, amountText)],
  ].filter(([, words]) => words !== '');
  return (
    <div className="key-row">
      <dt>In money</dt>
      <dd>
        {said.map(([when, words]) => (
          <span key={when} className="block num">
            {words}{' '}
            <span className="muted">
              {losses.data?.currency}, {when}
            </span>
          </span>
        ))}
        <Link
          to="/o/$org/risks/losses"
          params={{ org }}
          search={day === undefined ? { edit: risk.code } : { at: day }}
        >
          {said.length === 0 ? 'not estimated; estimate it' : 'Losses and estimate'}
          <span className="sr"> of {risk.code}</span>
        </Link>
      </dd>
    </div>
  );
}
