// The grid of a method as a table: likelihood down, impact across, the level in words.
import { levelOf } from '@assay/core';
import type { ReactNode } from 'react';
import { coreMethod, type Method } from '../risks.ts';

interface Props {
  readonly method: Method;
  /** What stands in a cell instead of the level's name. */
  readonly cell?: (at: { readonly likelihood: number; readonly impact: number }) => ReactNode;
}

export function MethodGrid({ method, cell }: Props) {
  const core = coreMethod(method);
  const rows = method.likelihood.map((step, likelihood) => ({ step, likelihood })).reverse();
  return (
    <div className="table-wrap">
      <table className="method-grid">
        <caption className="sr">Level by likelihood (down) and impact (across)</caption>
        <tbody>
          {rows.map(({ step, likelihood }) => (
            <tr key={likelihood}>
              <th scope="row">
                {likelihood + 1} <span className="hide-phone">{step.name}</span>
              </th>
              {method.impact.map((_, impact) => {
                const level = levelOf(core, { likelihood, impact });
                const at = level.ok ? level.value : 0;
                return (
                  <td key={`${likelihood}-${impact}`} className={at > core.acceptable ? 'beyond' : undefined}>
                    {cell ? cell({ likelihood, impact }) : (method.levels[at]?.name ?? '')}
                  </td>
                );
              })}
            </tr>
          ))}
          <tr>
            <td className="bare" />
            {method.impact.map((step, impact) => (
              <th key={`column-${impact}`} scope="col">
                {impact + 1} <span className="hide-phone">{step.name}</span>
              </th>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  );
}
