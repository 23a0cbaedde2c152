// The published ranges, labelled as what they are, and the second credential beside the first.
import { amountText, percentText, PUBLISHED_OVERLAP } from '@assay/core';
import { TableSection, type SmallColumn } from '../../../ui/TableSection.tsx';
import type { Advice } from '../advice.ts';
import { CREDENTIAL_LONG } from '../../../ui/options.ts';
import { Ranged } from './Ranged.tsx';

type Anchor = Advice['anchors'][number];
type Second = Advice['second'][number];

export function Anchors({ advice }: { readonly advice: Advice }) {
  const { anchors, currency } = advice;
  const [first] = anchors;
  if (!first) return null;
  return (
    <TableSection
      title={`The article’s ranges, ${currency}`}
      file="plan-anchors"
      rows={anchors}
      columns={COLUMNS}
      keyOf={({ credential }) => credential}
      note={<p className="small muted">These ranges are {first.label}.</p>}
    />
  );
}

const COLUMNS: readonly SmallColumn<Anchor>[] = [
  {
    name: 'Credential',
    value: ({ credential }) => CREDENTIAL_LONG[credential],
    show: ({ credential }) => CREDENTIAL_LONG[credential],
  },
  {
    name: 'Published',
    number: true,
    value: ({ low, high }) => `${low} to ${high}`,
    show: ({ low, high, open }) => `${amountText(low)} to ${amountText(high)}${open ? ' and more' : ''}`,
  },
  {
    name: 'At your size',
    number: true,
    value: ({ here }) => here.money,
    show: ({ here }) => (
      <>
        {amountText(here.money)}
        <span className="only-phone faint"> at your size</span>
      </>
    ),
  },
  {
    name: 'Months',
    number: true,
    value: ({ months_low, months_high }) => `${months_low} to ${months_high}`,
    show: ({ months_low, months_high, here }) => (
      <>
        {months_low} to {months_high}
        <span className="only-phone faint"> months</span>
        <span className="block small muted">{Math.round(here.months * 10) / 10} at your size</span>
      </>
    ),
  },
  {
    name: 'How it is read between its ends',
    grow: true,
    value: ({ here }) => here.formula,
    show: ({ here }) => here.formula,
  },
];

export function Second({ advice }: { readonly advice: Advice }) {
  const { second, currency } = advice;
  return (
    <TableSection
      title={`The second credential, ${currency}`}
      file="plan-second"
      rows={second}
      columns={SECOND}
      keyOf={(each) => each.second}
      note={
        <p className="small muted">
          The article claims that {percentText(PUBLISHED_OVERLAP.low)} to{' '}
          {percentText(PUBLISHED_OVERLAP.high)} overlap; what stands here is computed from the mappings of
          your controls.
        </p>
      }
    />
  );
}

const SECOND: readonly SmallColumn<Second>[] = [
  {
    name: 'Second',
    grow: true,
    value: ({ sentence }) => sentence,
    show: ({ second, sentence }) => (
      <>
        {second === 'iso' ? 'ISO/IEC 27001' : 'SOC 2'}
        <span className="block small muted">{sentence}</span>
      </>
    ),
  },
  {
    name: 'Overlap of its work, computed',
    number: true,
    value: ({ overlap }) => (overlap === null ? '' : percentText(overlap)),
    show: ({ overlap }) => (
      <>
        {overlap === null ? 'unknown' : percentText(overlap)}
        <span className="only-phone faint"> overlap</span>
      </>
    ),
  },
  {
    name: 'Alone',
    number: true,
    value: ({ alone }) => alone.p50,
    show: ({ alone }) => <Ranged of={alone} word="alone" />,
  },
  {
    name: 'As the second',
    number: true,
    value: ({ added }) => added.p50,
    show: ({ added }) => <Ranged of={added} word="as the second" />,
  },
  {
    name: 'Of what it costs alone',
    number: true,
    value: ({ share }) => percentText(share.p50),
    show: ({ share }) => (
      <>
        {percentText(share.p50)}
        <span className="block small muted">
          {percentText(share.p10)} to {percentText(share.p90)}
        </span>
      </>
    ),
  },
];
