// Columns of the way from 2013 to 2022.
import { Link } from '@tanstack/react-router';
import type { Output, Routes } from '@assay/contract';
import { RequirementId } from '../../ui/links.tsx';
import { StatusMark } from '../../ui/marks.tsx';
import type { Column } from '../../ui/table.tsx';
import type { SmallColumn } from '../../ui/TableSection.tsx';
import { said } from '../../ui/words.ts';

type Found = Output<Routes['soa.transition']>;
export type Way = Found['rows'][number];

/** A theme of Annex A as a heading. */
export function themeWord(theme: string): string {
  return `${theme.charAt(0).toUpperCase()}${theme.slice(1)}`;
}

const ORIGINS = { one_to_one: 'one to one', merged: 'merged', new: 'new' } as const;

/** @param brought without a statement of 2013 there is nothing to say of parents but what they are */
export function wayColumns(org: string, brought: boolean): readonly Column<Way>[] {
  return [
    {
      name: 'Control',
      show: (row) => <RequirementId org={org} reference={`iso27001:2022/${row.id}`} />,
      value: (row) => row.id,
    },
    { name: 'Title', show: (row) => row.title, value: (row) => row.title, grow: true },
    { name: 'Origin', show: (row) => ORIGINS[row.origin], value: (row) => ORIGINS[row.origin] },
    {
      name: 'From 2013',
      show: (row) => <Parents row={row} brought={brought} />,
      value: (row) => row.parents.map((each) => parentText(each, brought)).join('; '),
    },
    {
      name: 'Conflicts',
      show: (row) => (row.conflicts.length === 0 ? '' : row.conflicts.map(({ field }) => field).join(', ')),
      value: (row) =>
        row.conflicts
          .map(
            (each) => `${each.field}: ${each.said.map(({ id, value }) => `${id} ${said(value)}`).join(', ')}`,
          )
          .join('; '),
    },
    { name: 'Decision', show: (row) => row.decision, value: (row) => row.decision },
    {
      name: 'Where it stands',
      show: (row) => <StatusMark state={`way_${row.state}`} />,
      value: (row) => row.state,
    },
  ];
}

type Parent = Way['parents'][number];

function Parents({ row, brought }: { readonly row: Way; readonly brought: boolean }) {
  if (row.parents.length === 0) return <span className="muted">2013 did not have it</span>;
  return (
    <span className="way-parents">
      {row.parents.map((each) => (
        <span key={each.id} title={each.title}>
          <span className="id">{each.id}</span> <span className="muted">{wordsOf(each, brought)}</span>
        </span>
      ))}
    </span>
  );
}

function parentText(each: Parent, brought: boolean): string {
  return `${each.id} ${wordsOf(each, brought)}`.trim();
}

/** What the old statement says of a parent. */
function wordsOf({ split, applies, status }: Parent, brought: boolean): string {
  const words = [
    split ? 'split' : '',
    !brought
      ? ''
      : applies === null
        ? 'not in the file'
        : { yes: 'in', no: 'out', unclear: 'unclear' }[applies],
    applies === 'yes' && status !== null && status !== 'unclear' ? said(status) : '',
  ];
  return words.filter((word) => word !== '').join(', ');
}

export function pitfallColumns(org: string): readonly SmallColumn<Found['pitfalls'][number]>[] {
  return [
    { name: 'What', show: (row) => row.detail, value: (row) => row.detail, grow: true },
    {
      name: 'Where',
      show: (row) => <span className="id">{shortened(row.about)}</span>,
      value: (row) => row.about.join(' '),
      grow: true,
    },
    {
      name: 'What to do',
      show: (row) => (
        <>
          {row.remedy}{' '}
          {row.code === 'transition.not_rederived' ? (
            <Link to="/o/$org/soa/transition" params={{ org }} search={{ state: 'way_carried' }}>
              Show them
            </Link>
          ) : null}
        </>
      ),
      value: (row) => row.remedy,
      grow: true,
    },
  ];
}

const SHOWN = 6;

function shortened(about: readonly string[]): string {
  const more = about.length - SHOWN;
  return more > 1 ? `${about.slice(0, SHOWN).join(' ')} and ${more} more` : about.join(' ');
}

const KINDS = {
  new: 'new',
  changed: 'asks more',
  split: 'under more headings',
  moved: 'another number',
} as const;

export const CLAUSE_COLUMNS: readonly SmallColumn<Found['clauses'][number]>[] = [
  { name: 'Clause', show: (row) => <span className="id">{row.clause}</span>, value: (row) => row.clause },
  { name: 'Change', show: (row) => KINDS[row.kind], value: (row) => KINDS[row.kind] },
  { name: 'What changed', show: (row) => row.what, value: (row) => row.what, grow: true },
  { name: 'What to show', show: (row) => row.show, value: (row) => row.show, grow: true },
];
