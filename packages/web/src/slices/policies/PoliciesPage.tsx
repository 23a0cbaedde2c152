// What we said we do, who agreed, and whether it is current: the policies with where each stands.
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { May } from '../../data/may.tsx';
import { StatusMark } from '../../ui/marks.tsx';
import { Empty, Loaded, PageHead } from '../../ui/page.tsx';
import { SearchBox } from '../../ui/SearchBox.tsx';
import { StateFilter } from '../../ui/StateFilter.tsx';
import { DataTable, type Column } from '../../ui/table.tsx';
import { said } from '../../ui/words.ts';
import { ConfirmedBar } from './ConfirmedBar.tsx';
import { confirmedText, POLICY_MARKS, usePolicies, type PolicyRow } from './policies.ts';
import { River } from './River.tsx';
import './policies.css';

type Found = NonNullable<ReturnType<typeof usePolicies>['data']>;

export function PoliciesPage() {
  const { org } = useParams({ from: '/o/$org/policies' });
  const policies = usePolicies(org);
  return <Loaded of={policies}>{(found) => <Policies org={org} found={found} />}</Loaded>;
}

function Policies({ org, found }: { readonly org: string; readonly found: Found }) {
  const search = useSearch({ from: '/o/$org/policies' });
  const navigate = useNavigate({ from: '/o/$org/policies' });
  const { data } = found;
  const words = (search.q ?? '').toLowerCase();
  const rows = data.filter(
    (row) =>
      (search.state === undefined ? row.state !== 'retired' : `policy_${row.state}` === search.state) &&
      (search.text === undefined || textOf(row) === search.text) &&
      `${row.code} ${row.title} ${said(row.owner)}`.toLowerCase().includes(words),
  );
  return (
    <div className="page">
      <PageHead title="Documents" name="Documents" sentence={found.sentence}>
        <May org={org} needs="policies.change">
          <Link className="button primary" to="/o/$org/policies/new" params={{ org }}>
            New policy
          </Link>
        </May>
        <Link className="button quiet" to="/o/$org/readiness" params={{ org }}>
          What ISO asks to be written
        </Link>
      </PageHead>
      <River org={org} rows={data} />
      <DataTable
        caption="Policies"
        file="policies"
        rows={rows}
        columns={columnsOf(org)}
        keyOf={(row) => row.code}
        tools={
          <>
            <SearchBox
              label="Filter"
              hint="Code, words or owner"
              value={search.q}
              change={(q) => void navigate({ search: { ...search, q }, replace: true })}
            />
            <StateFilter
              label="State"
              states={POLICY_MARKS}
              countOf={(mark) => data.filter((row) => `policy_${row.state}` === mark).length}
              chosen={search.state}
              choose={(state) => void navigate({ search: { ...search, state }, replace: true })}
            />
            <StateFilter
              label="Text"
              states={['policy_unmodified']}
              countOf={(mark) => data.filter((row) => textOf(row) === mark).length}
              chosen={search.text}
              choose={(text) => void navigate({ search: { ...search, text }, replace: true })}
            />
          </>
        }
        empty={<NoPolicies any={data.length > 0} />}
      />
    </div>
  );
}

function NoPolicies({ any }: { readonly any: boolean }) {
  return any ? (
    <Empty title="No policy is like that">
      <p>Change the words, or press a state again to see all.</p>
    </Empty>
  ) : (
    <Empty title="Nothing is written yet">
      <p>
        Twenty-five templates in plain words are there to begin with; a text or a file of your own does as
        well.
      </p>
    </Empty>
  );
}

function columnsOf(org: string): readonly Column<PolicyRow>[] {
  return [
    {
      name: 'Policy',
      grow: true,
      value: (row) => `${row.code} ${row.title}`,
      show: (row) => (
        <>
          <Link className="id" to="/o/$org/policies/$policy" params={{ org, policy: row.code }}>
            {row.code}
          </Link>{' '}
          {row.title}
          {row.missing.length === 0 ? null : (
            <span className="block muted small">
              {row.missing.length} {row.missing.length === 1 ? 'place' : 'places'} to fill
            </span>
          )}
        </>
      ),
    },
    {
      name: 'State',
      value: (row) => row.state,
      show: (row) => <StatusMark state={`policy_${row.state}`} />,
    },
    {
      name: 'Version',
      number: true,
      value: (row) => row.in_force ?? row.version,
      show: (row) => (
        <>
          <span className="only-phone faint">version </span>
          {row.in_force ?? row.version}
          {row.in_force !== null && row.next !== null ? <span className="faint"> → {row.next}</span> : null}
        </>
      ),
    },
    { name: 'Text', value: textWords, show: (row) => <TextMark row={row} /> },
    { name: 'Owner', value: (row) => said(row.owner), show: (row) => said(row.owner) },
    {
      name: 'Next review',
      value: (row) => row.review_on ?? '',
      show: (row) => (row.review_on === null ? null : <time dateTime={row.review_on}>{row.review_on}</time>),
    },
    { name: 'Confirmed', value: confirmedText, show: (row) => <ConfirmedBar of={row.acknowledged} /> },
  ];
}

/** What the text is: a file, one's own words, or still the template's. */
export function TextMark(props: {
  readonly row: Pick<PolicyRow, 'sameness' | 'file'>;
  /** Says what the numbers count. */
  readonly whole?: true;
}) {
  const { row, whole } = props;
  if (textOf(row) === 'policy_unmodified') return <StatusMark state="policy_unmodified" />;
  const counts = whole && !row.file && row.sameness?.verdict === 'partly';
  return (
    <span className="muted">
      {counts
        ? textWords(row).replace(' own', ' passages are your own, the others the template’s')
        : textWords(row)}
    </span>
  );
}

function textOf({ sameness }: Pick<PolicyRow, 'sameness'>): string {
  return `policy_${sameness?.verdict ?? 'own'}`;
}

function textWords({ sameness, file }: Pick<PolicyRow, 'sameness' | 'file'>): string {
  if (file) return 'a file';
  if (sameness?.verdict === 'unmodified') return 'template unmodified';
  return sameness?.verdict === 'partly'
    ? `${sameness.of - sameness.same} of ${sameness.of} own`
    : 'own words';
}
