// Given a ceiling: what to do oneself, what to buy less of, which scope to cut, what it costs at the audit, and the risk of it.
import { amountText, type BudgetVariant, type Taken } from '@assay/core';
import { useDeferredValue, useMemo, useState } from 'react';
import { OPTION_TITLES } from '../../../ui/options.ts';
import { TableSection, type SmallColumn } from '../../../ui/TableSection.tsx';
import type { Advice, Option } from '../advice.ts';
import { slideOf, underCeiling } from './budget.ts';

interface Props {
  readonly advice: Advice;
  readonly option: Option;
}

export function Budget({ advice, option }: Props) {
  const [ceiling, setCeiling] = useState(advice.situation.budget ?? undefined);
  // Sliding stays smooth: the measures follow when there is time.
  const asked = useDeferredValue(ceiling);
  const variant = useMemo(
    () => (asked === undefined ? undefined : underCeiling(advice, option.option, asked)),
    [advice, option.option, asked],
  );
  return (
    <section className="section" aria-labelledby="budget">
      <h2 id="budget">{OPTION_TITLES[option.option]} under a ceiling</h2>
      <Ceiling advice={advice} option={option} ceiling={ceiling} setCeiling={setCeiling} />
      <p className="prose" role="status">
        {variant?.sentence ??
          'A ceiling is held against the money that leaves in the first year, without the work of own people. Slide to one, and what it would take is told.'}
      </p>
      {variant ? <Measures variant={variant} currency={advice.currency} /> : null}
    </section>
  );
}

interface CeilingProps extends Props {
  readonly ceiling: number | undefined;
  readonly setCeiling: (next: number | undefined) => void;
}

function Ceiling({ advice, option, ceiling, setCeiling }: CeilingProps) {
  const { most, step } = slideOf(option, advice.situation.budget);
  return (
    <div className="cost-budget">
      <label className="field">
        <span>Ceiling of the first year, {advice.currency}</span>
        <input
          className="input num"
          type="number"
          min={0}
          step="any"
          value={ceiling ?? ''}
          onChange={({ target }) =>
            setCeiling(Number.isFinite(target.valueAsNumber) ? Math.max(0, target.valueAsNumber) : undefined)
          }
        />
      </label>
      <input
        type="range"
        aria-label="Ceiling by sliding"
        min={0}
        max={most}
        step={step}
        value={Math.min(ceiling ?? most, most)}
        aria-valuetext={ceiling === undefined ? 'no ceiling' : `${advice.currency} ${amountText(ceiling)}`}
        onChange={(event) => setCeiling(event.target.valueAsNumber)}
      />
    </div>
  );
}

type Row = Taken & { readonly needed: boolean };

function Measures({ variant, currency }: { readonly variant: BudgetVariant; readonly currency: string }) {
  const rows: readonly Row[] = [
    ...variant.taken.map((each) => ({ ...each, needed: true })),
    ...variant.left.map((each) => ({ ...each, needed: false })),
  ];
  return (
    <TableSection
      title="Measures, the cheapest risk first"
      file="plan-budget"
      rows={rows}
      columns={columnsOf(currency)}
      keyOf={({ id }) => id}
      more={[
        { name: 'At the audit', value: ({ atTheAudit }) => atTheAudit },
        { name: 'Risk', value: ({ riskIs }) => riskIs },
        { name: 'Source', value: ({ source }) => source },
      ]}
    />
  );
}

const KINDS: Readonly<Record<Taken['kind'], string>> = {
  do_oneself: 'do it yourself',
  buy_less: 'buy less',
  smaller_scope: 'a smaller scope',
  another_way: 'another way',
};

function columnsOf(currency: string): readonly SmallColumn<Row>[] {
  return [
    {
      name: 'Needed',
      value: ({ needed }) => (needed ? 'yes' : 'no'),
      show: ({ needed }) => (needed ? 'yes' : <span className="faint">no</span>),
    },
    {
      name: 'Measure',
      grow: true,
      value: ({ title }) => title,
      show: ({ title, kind, atTheAudit, riskIs, risk }) => (
        <>
          {title} <span className="small muted">({KINDS[kind]})</span>
          <span className="block small muted">At the audit: {atTheAudit}</span>
          <span className="block small muted">
            Risk {risk} of 5: {riskIs}
          </span>
        </>
      ),
    },
    {
      name: `Saves, ${currency}`,
      number: true,
      value: ({ saves }) => saves,
      show: ({ saves, ownDays }) => (
        <>
          <span className="only-phone faint">saves </span>
          {amountText(saves)}
          {ownDays > 0 ? (
            <span className="block small muted">+{Math.round(ownDays * 10) / 10} person-days</span>
          ) : null}
        </>
      ),
    },
  ];
}
