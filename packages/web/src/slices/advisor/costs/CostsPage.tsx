// Plan > Costs: what a way costs over three years, as ranges whose every figure opens; beside the published ranges.
import { addressOf } from '@assay/contract';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useRef } from 'react';
import { OPTION_TITLES } from '../../../ui/options.ts';
import { Loaded, PageHead } from '../../../ui/page.tsx';
import { PlanTabs } from '../../../ui/PlanTabs.tsx';
import { PrintLinks } from '../../../ui/PrintLinks.tsx';
import { SaveDrawing } from '../../../ui/SaveDrawing.tsx';
import { useAdvice, type Advice, type Option } from '../advice.ts';
import type { AdviceSearch } from '../search.ts';
import { Anchors, Second } from './Anchors.tsx';
import { Budget } from './Budget.tsx';
import { costSentence } from './costs.ts';
import { CostTable } from './CostTable.tsx';
import { Fan } from './Fan.tsx';
import { FanTable } from './FanTable.tsx';
import { Sequences, Ways } from './Sequences.tsx';
import '../advisor.css';

export function CostsPage() {
  const { org } = useParams({ from: '/o/$org/plan/costs' });
  return <Loaded of={useAdvice(org)}>{(advice) => <Costs org={org} advice={advice} />}</Loaded>;
}

function Costs({ org, advice }: { readonly org: string; readonly advice: Advice }) {
  const search = useSearch({ from: '/o/$org/plan/costs' });
  const navigate = useNavigate({ from: '/o/$org/plan/costs' });
  const go = (next: AdviceSearch): void => void navigate({ search: next, replace: true, resetScroll: false });
  const box = useRef<HTMLDivElement>(null);
  const option = optionOf(advice, search.way);
  if (!option) return null;
  const sentence = costSentence(option, advice.currency);
  const table = search.as === 'table';
  return (
    <div className="page">
      <PageHead title="Costs" name="Costs" sentence={sentence}>
        <PrintLinks org={org} document="board-brief" />
        <a
          className="button"
          href={addressOf('advice.budget', { params: { org }, query: { as: 'xlsx' } })}
          download
        >
          Excel
        </a>
      </PageHead>
      <PlanTabs org={org} />
      <div className="toolbar">
        <label className="cost-way">
          <span className="small muted">Way</span>
          <select
            className="input"
            value={option.option}
            onChange={(event) =>
              go({ ...search, way: event.target.value, line: undefined, figure: undefined })
            }
          >
            {advice.options
              .filter(({ credentials }) => credentials.length > 0)
              .map((each) => (
                <option key={each.option} value={each.option}>
                  {OPTION_TITLES[each.option]}
                  {each.option === advice.recommended ? ', advised' : ''}
                </option>
              ))}
          </select>
        </label>
        <span className="advice-views">
          <button
            type="button"
            className="button quiet"
            onClick={() => go({ ...search, as: table ? undefined : 'table' })}
          >
            {table ? 'As picture' : 'As table'}
          </button>
          <SaveDrawing
            of={box}
            file="plan-costs"
            title={`Cost of ${OPTION_TITLES[option.option]}`}
            sentence={sentence}
            drawn={!table}
          />
        </span>
      </div>
      <div ref={box}>
        {table ? (
          <FanTable fan={option.cost.fan} currency={advice.currency} />
        ) : (
          <Fan option={option} advice={advice} sentence={sentence} />
        )}
      </div>
      <CostTable org={org} advice={advice} option={option} search={search} go={go} />
      <Anchors advice={advice} />
      <Second advice={advice} />
      <Sequences advice={advice} />
      <Ways advice={advice} />
      <Budget advice={advice} option={option} />
    </div>
  );
}

/** The way that is looked at: the one of the address, the advised one, or the best that leads to a credential. */
function optionOf(advice: Advice, way: string | undefined): Option | undefined {
  const able = advice.options.filter(({ credentials }) => credentials.length > 0);
  return (
    able.find(({ option }) => option === way) ??
    able.find(({ option }) => option === advice.recommended) ??
    able[0]
  );
}
