// Plan > What if: copies of the plan with other answers or settings, side by side.
import { variantField } from '@assay/contract';
import { amountText } from '@assay/core';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api, useChange, useOrg } from '../../data/api.ts';
import { May } from '../../data/may.tsx';
import { Loaded, PageHead } from '../../ui/page.tsx';
import { PlanTabs } from '../../ui/PlanTabs.tsx';
import { TableSection, type SmallColumn } from '../../ui/TableSection.tsx';
import { CREDENTIAL_SHORT, OPTION_TITLES } from '../../ui/options.ts';
import type { Compared, Comparison, Variants } from './plan.ts';
import { VariantDialog } from './VariantDialog.tsx';
import './plan.css';

export function VariantsPage() {
  const { org } = useParams({ from: '/o/$org/plan/variants' });
  const compared = useOrg(org, ['plan-comparison'], () => api['plan_variants.compare']({ params: { org } }));
  const variants = useOrg(org, ['plan-variants'], () => api['plan_variants.list']({ params: { org } }));
  return (
    <Loaded of={compared}>
      {(comparison) => (
        <Loaded of={variants}>
          {({ data }) => <Shown org={org} comparison={comparison} variants={data} />}
        </Loaded>
      )}
    </Loaded>
  );
}

interface Props {
  readonly org: string;
  readonly comparison: Comparison;
  readonly variants: Variants;
}

function Shown({ org, comparison, variants }: Props) {
  const [adding, setAdding] = useState(false);
  const change = useChange(org);
  const drop = (id: string): void => {
    const held = variants.find((each) => each.id === id);
    if (!held) return;
    change.mutate({
      act: () => api['plan_variants.drop']({ params: { org, variant: id }, ifMatch: `"${held.revision}"` }),
      done: `${held.name} is dropped.`,
      undo: () => api['plan_variants.add']({ params: { org }, body: variantField.parse(saidIn(held)) }),
    });
  };
  return (
    <div className="page">
      <PageHead title="What if" name="What if" sentence={sentenceOf(comparison)}>
        <May org={org} needs="plan.change">
          <button type="button" className="button primary" onClick={() => setAdding(true)}>
            Ask what if
          </button>
        </May>
      </PageHead>
      <PlanTabs org={org} />
      <TableSection
        title="Side by side"
        file="plan-variants"
        rows={comparison.data}
        columns={columnsOf(comparison.currency, drop)}
        keyOf={({ variant }) => variant ?? 'plan'}
        note={
          comparison.data.length > 1 ? null : (
            <p className="muted">
              Only the plan itself stands here. A copy changes one thing, such as a role’s capacity, the start
              or the way, and is then held against it; the plan stays as it is.
            </p>
          )
        }
      />
      <Deals comparison={comparison} />
      {adding ? <VariantDialog org={org} close={() => setAdding(false)} /> : null}
    </div>
  );
}

/** What a copy says; added again, it stands under a number of its own. */
function saidIn({ name, note, answers, settings }: Variants[number]) {
  return { name, note, answers, settings };
}

/** The earliest and the cheapest, by name. */
function sentenceOf({ data, currency }: Comparison): string {
  const able = data.filter(({ finish, refused }) => finish !== null && refused === null);
  const [first] = able.toSorted((a, b) => ((a.finish?.p50 ?? '') < (b.finish?.p50 ?? '') ? -1 : 1));
  const cost = ({ three_years }: Compared): number => three_years?.p50 ?? Number.POSITIVE_INFINITY;
  const [cheapest] = able.toSorted((a, b) => cost(a) - cost(b));
  if (!first || !cheapest) return 'Nothing here leads to a credential.';
  const variants = data.length - 1;
  if (variants === 0) return 'No copy of the plan asks “what if” yet.';
  const named = ({ variant, name }: Compared): string => (variant === null ? 'the plan' : `“${name}”`);
  return `Of the plan and ${variants === 1 ? 'its copy' : `its ${variants} copies`}, ${named(first)} is there first, most likely by ${first.finish?.p50 ?? ''}; ${named(cheapest)} costs least in three years, most likely ${currency} ${amountText(cost(cheapest))}.`;
}

function columnsOf(currency: string, drop: (variant: string) => void): readonly SmallColumn<Compared>[] {
  const money = (name: string, of: (row: Compared) => Compared['first_year']): SmallColumn<Compared> => ({
    name: `${name}, ${currency}`,
    number: true,
    value: (row) => of(row)?.p50 ?? '',
    show: (row) => <Spread of={of(row)} word={name.toLowerCase()} />,
  });
  return [
    {
      name: 'Plan',
      grow: true,
      value: ({ name }) => name,
      show: ({ name, differs, refused }) => (
        <>
          {name}
          {differs.map((each) => (
            <span key={each} className="block small muted">
              {each}
            </span>
          ))}
          {refused === null ? null : <span className="block small problem">{refused}</span>}
        </>
      ),
    },
    {
      name: 'Way',
      value: ({ option }) => (option === null ? '' : OPTION_TITLES[option]),
      show: ({ option }) => (option === null ? '' : OPTION_TITLES[option]),
    },
    {
      name: 'In hand, 50 % and 90 %',
      value: ({ credentials }) =>
        credentials
          .map(({ credential, ready }) => `${CREDENTIAL_SHORT[credential]} ${ready.p50} ${ready.p90}`)
          .join('; '),
      show: ({ credentials }) =>
        credentials.map(({ credential, ready }) => (
          <span key={credential} className="block small">
            <span className="muted">{CREDENTIAL_SHORT[credential]}</span> {ready.p50}, {ready.p90}
          </span>
        )),
    },
    money('First year', ({ first_year }) => first_year),
    money('Three years', ({ three_years }) => three_years),
    {
      name: 'Person-days',
      number: true,
      value: ({ person_days }) => person_days?.p50 ?? '',
      show: ({ person_days }) => <Spread of={person_days} word="person-days" />,
    },
    {
      name: 'Days missed',
      number: true,
      value: ({ conflicts }) => conflicts ?? '',
      show: ({ conflicts }) =>
        conflicts === null ? null : (
          <>
            {conflicts}
            <span className="only-phone faint"> days missed</span>
          </>
        ),
    },
    {
      name: 'Acts',
      show: ({ variant, name }) =>
        variant === null ? null : (
          <button type="button" className="button quiet" onClick={() => drop(variant)}>
            Drop<span className="sr"> {name}</span>
          </button>
        ),
    },
  ];
}

function Spread({ of, word }: { readonly of: Compared['first_year']; readonly word: string }) {
  if (of === null) return null;
  return (
    <>
      {amountText(of.p50)}
      <span className="only-phone faint"> {word}</span>
      <span className="block small muted">
        {amountText(of.p10)} to {amountText(of.p90)}
      </span>
    </>
  );
}

function Deals({ comparison }: { readonly comparison: Comparison }) {
  const names = [...new Set(comparison.data.flatMap(({ promises }) => promises.map(({ name }) => name)))];
  if (names.length === 0) return null;
  const columns: readonly SmallColumn<string>[] = [
    { name: 'Deal', grow: true, value: (name) => name, show: (name) => name },
    ...comparison.data.map((each): SmallColumn<string> => {
      const ready = (deal: string): string => {
        const found = each.promises.find(({ name }) => name === deal);
        if (each.refused !== null) return 'cannot be planned';
        return found?.ready ? `${found.ready.p50}, ${found.ready.p90}` : 'never this way';
      };
      return {
        name: each.name,
        value: ready,
        show: (deal) => (
          <>
            <span className="only-phone faint">{each.name} </span>
            {ready(deal)}
          </>
        ),
      };
    }),
  ];
  return (
    <TableSection
      title="Can be signed on, 50 % and 90 %"
      file="plan-variant-deals"
      rows={names}
      columns={columns}
      keyOf={(name) => name}
    />
  );
}
