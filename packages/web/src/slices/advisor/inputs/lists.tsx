// Inputs that are lists: a row for each share, request, deal, clause or rate, one more, one less.
import { CREDENTIAL_NEEDS, NEED_WORDS, REGIONS, REGION_WORDS, SEGMENTS, SEGMENT_WORDS } from '@assay/core';
import type { ReactNode } from 'react';
import type { Situation } from '../advice.ts';
import { ChoiceCell, NumberCell, OptionalNumber, TextCell } from './cells.tsx';
import { FaultText } from './faults.tsx';
import type { Typed } from './typed.ts';

interface RowsProps<T> {
  readonly at: string;
  readonly rows: readonly T[];
  readonly change: (rows: readonly T[]) => void;
  readonly fresh: T;
  /** What one more is called. */
  readonly more: string;
  readonly row: (
    value: T,
    edit: { readonly at: string; readonly set: (part: Partial<T>) => void },
  ) => ReactNode;
}

function Rows<T extends object>({ at, rows, change, fresh, more, row }: RowsProps<T>) {
  return (
    <div className="advice-rows">
      {rows.map((value, i) => {
        const place = `${at}/${i}`;
        const set = (part: Partial<T>): void =>
          change(rows.map((each, other) => (other === i ? { ...each, ...part } : each)));
        return (
          <div key={place} className="advice-row" role="group" aria-label={`${more} ${i + 1}`}>
            {row(value, { at: place, set })}
            <button
              type="button"
              className="button quiet"
              onClick={() => change(rows.filter((_, other) => other !== i))}
            >
              Remove
              <span className="sr">
                {' '}
                {more} {i + 1}
              </span>
            </button>
            <FaultText at={place} />
          </div>
        );
      })}
      <div className="toolbar">
        <button type="button" className="button" onClick={() => change([...rows, fresh])}>
          Add {more}
        </button>
        <FaultText at={at} />
      </div>
    </div>
  );
}

export function Buyers({ situation, set }: Typed) {
  const { buyers } = situation;
  const sum = Math.round(buyers.reduce((total, { percent }) => total + percent, 0) * 10) / 10;
  const rest = Number.isFinite(sum) ? Math.max(0, 100 - sum) : 0;
  return (
    <>
      <Rows<Situation['buyers'][number]>
        at="/buyers"
        rows={buyers}
        change={(next) => set({ buyers: [...next] })}
        fresh={{ region: 'european_union', segment: 'saas', percent: rest }}
        more="a share"
        row={({ region, segment, percent }, { at, set: put }) => (
          <>
            <ChoiceCell
              name="Region"
              at={`${at}/region`}
              of={REGIONS}
              words={REGION_WORDS}
              value={region}
              change={(next) => put({ region: next })}
            />
            <ChoiceCell
              name="Who buys"
              at={`${at}/segment`}
              of={SEGMENTS}
              words={SEGMENT_WORDS}
              value={segment}
              change={(next) => put({ segment: next })}
            />
            <NumberCell
              name="Share, %"
              at={`${at}/percent`}
              value={percent}
              change={(next) => put({ percent: next })}
            />
          </>
        )}
      />
      {buyers.length === 0 ? null : (
        <p className="small muted">Together {Number.isFinite(sum) ? sum : '?'} of 100 %.</p>
      )}
    </>
  );
}

export function Asked({ situation, set }: Typed) {
  return (
    <Rows<Situation['asked'][number]>
      at="/asked"
      rows={situation.asked}
      change={(next) => set({ asked: [...next] })}
      fresh={{ need: 'soc2_any', count: 1 }}
      more="a request"
      row={({ need, count }, { at, set: put }) => (
        <>
          <ChoiceCell
            name="What they asked for"
            at={`${at}/need`}
            of={CREDENTIAL_NEEDS}
            words={NEED_WORDS}
            value={need}
            change={(next) => put({ need: next })}
          />
          <NumberCell
            name="How many"
            at={`${at}/count`}
            value={count}
            change={(next) => put({ count: next })}
          />
        </>
      )}
    />
  );
}

export function Deals({ situation, set }: Typed) {
  const { deals, currency, today } = situation;
  return (
    <Rows<Situation['deals'][number]>
      at="/deals"
      rows={deals}
      change={(next) => set({ deals: [...next] })}
      fresh={{ name: '', amount: 0, currency, due: later(today), needs: 'either', period_days: null }}
      more="a deal"
      row={(deal, { at, set: put }) => (
        <>
          <TextCell name="Deal" at={`${at}/name`} value={deal.name} change={(name) => put({ name })} />
          <NumberCell
            name="Yearly value"
            at={`${at}/amount`}
            value={deal.amount}
            change={(amount) => put({ amount })}
          />
          <TextCell
            name="Currency"
            at={`${at}/currency`}
            value={deal.currency}
            change={(next) => put({ currency: next.toUpperCase() })}
          />
          <TextCell
            name="Needed by"
            type="date"
            at={`${at}/due`}
            value={deal.due}
            change={(due) => put({ due })}
          />
          <ChoiceCell
            name="The buyer takes"
            at={`${at}/needs`}
            of={CREDENTIAL_NEEDS}
            words={NEED_WORDS}
            value={deal.needs}
            change={(needs) => put({ needs })}
          />
          <OptionalNumber
            name="Days of operation, if asked"
            at={`${at}/period_days`}
            value={deal.period_days}
            change={(period_days) => put({ period_days })}
          />
        </>
      )}
    />
  );
}

const KINDS = ['contract', 'tender'] as const;

export function Clauses({ situation, set }: Typed) {
  return (
    <Rows<Situation['clauses'][number]>
      at="/clauses"
      rows={situation.clauses}
      change={(next) => set({ clauses: [...next] })}
      fresh={{ name: '', kind: 'contract', needs: 'iso27001', due: later(situation.today) }}
      more="a clause"
      row={(clause, { at, set: put }) => (
        <>
          <TextCell
            name="Contract or tender"
            at={`${at}/name`}
            value={clause.name}
            change={(name) => put({ name })}
          />
          <ChoiceCell
            name="Kind"
            at={`${at}/kind`}
            of={KINDS}
            value={clause.kind}
            change={(kind) => put({ kind })}
          />
          <ChoiceCell
            name="It names"
            at={`${at}/needs`}
            of={CREDENTIAL_NEEDS}
            words={NEED_WORDS}
            value={clause.needs}
            change={(needs) => put({ needs })}
          />
          <TextCell
            name="By"
            type="date"
            at={`${at}/due`}
            value={clause.due}
            change={(due) => put({ due })}
          />
        </>
      )}
    />
  );
}

export function Rates({ situation, set }: Typed) {
  const rows = Object.entries(situation.rates).map(([code, rate]) => ({ code, rate }));
  return (
    <div className="advice-rows">
      {rows.map(({ code, rate }) => (
        <div key={code} className="advice-row">
          <NumberCell
            name={`One ${code} in ${situation.currency}`}
            at={`/rates/${code}`}
            value={rate}
            change={(next) => set({ rates: { ...situation.rates, [code]: next } })}
          />
        </div>
      ))}
      {['USD', 'EUR', 'GBP']
        .filter((code) => code !== situation.currency && situation.rates[code] === undefined)
        .map((code) => (
          <span key={code} className="advice-row">
            <button
              type="button"
              className="button quiet"
              onClick={() => set({ rates: { ...situation.rates, [code]: 1 } })}
            >
              Enter a rate of {code}
            </button>
            <FaultText at={`/rates/${code}`} />
          </span>
        ))}
    </div>
  );
}

/** Half a year on: a day that is surely ahead. */
function later(today: string): string {
  const month = Number(today.slice(5, 7)) + 6;
  const [year, of] =
    month > 12 ? [Number(today.slice(0, 4)) + 1, month - 12] : [Number(today.slice(0, 4)), month];
  return `${year}-${String(of).padStart(2, '0')}-01`;
}
