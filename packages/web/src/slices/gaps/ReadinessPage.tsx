// What an auditor would not find, examination by examination; and where the documented information is.
import { Link, useParams } from '@tanstack/react-router';
import { api, useOrg } from '../../data/api.ts';
import { isReference, type Readiness } from '../../data/rows.ts';
import { HomeTabs } from '../../ui/HomeTabs.tsx';
import { IdList } from '../../ui/IdList.tsx';
import { ControlId, RequirementId } from '../../ui/links.tsx';
import { Loaded, PageHead } from '../../ui/page.tsx';
import { PrintLinks } from '../../ui/PrintLinks.tsx';
import { TableSection, type SmallColumn } from '../../ui/TableSection.tsx';

type List = Readiness['data'][number];
type NotFound = List['not_found'][number];
type Documented = Readiness['documented'][number];

const STATE_WORDS: Readonly<Record<Documented['state'], string>> = {
  there: 'There',
  stale: 'Too old',
  in_review: 'To review',
  missing: 'Missing',
};

export function ReadinessPage() {
  const { org } = useParams({ from: '/o/$org/readiness' });
  const readiness = useOrg(org, ['readiness'], () => api['readiness.list']({ params: { org } }));
  return (
    <Loaded of={readiness}>
      {({ data, documented }) => (
        <div className="page">
          <PageHead title="Readiness" name="Readiness" sentence={sentenceOf(data, documented)}>
            <PrintLinks org={org} document="gaps" />
          </PageHead>
          <HomeTabs org={org} />
          {data.map((list) => (
            <TableSection
              key={list.examination}
              title={list.title}
              empty={<p className="muted">{list.sentence}</p>}
              rows={list.not_found}
              columns={columns(org)}
              keyOf={(row) => `${row.what} ${row.about}`}
              file={`not-found-${list.examination}`}
            />
          ))}
          <TableSection
            title="Documented information of ISO/IEC 27001"
            rows={documented}
            columns={documentedColumns(org)}
            keyOf={(row) => row.clause}
            file="documented-information"
          />
        </div>
      )}
    </Loaded>
  );
}

/** Lists with their lengths; never one number for all. */
function sentenceOf(data: readonly List[], documented: readonly Documented[]): string {
  const there = documented.filter(({ state }) => state === 'there').length;
  const lists = data.map(({ title, not_found }) => `${not_found.length} at ${title}`).join(', ');
  return `What an auditor would not find: ${lists}. Of the documented information ${there} of ${documented.length} is there.`;
}

function columns(org: string): readonly SmallColumn<NotFound>[] {
  return [
    {
      name: 'Of',
      value: (row) => row.about,
      show: (row) =>
        row.requirement !== null && isReference(row.requirement) ? (
          <>
            <RequirementId org={org} reference={row.requirement} />{' '}
            {row.about.slice(row.about.indexOf(' ') + 1)}
          </>
        ) : (
          row.about
        ),
    },
    { name: 'Missing', value: (row) => row.what, show: (row) => row.what },
    {
      name: 'Why',
      grow: true,
      value: (row) => row.why,
      show: (row) => <span className="muted">{row.why}</span>,
    },
  ];
}

function documentedColumns(org: string): readonly SmallColumn<Documented>[] {
  return [
    {
      name: 'Clause',
      value: (row) => row.clause,
      show: (row) => <span className="id iso">{row.clause}</span>,
    },
    { name: 'What', grow: true, value: (row) => row.what, show: (row) => row.what },
    {
      name: 'Kind',
      value: (row) => row.kind,
      show: (row) => (row.kind === 'both' ? 'document, record' : row.kind),
    },
    { name: 'State', value: (row) => STATE_WORDS[row.state], show: (row) => STATE_WORDS[row.state] },
    {
      name: 'Where',
      value: (row) => row.sentence,
      show: (row) =>
        row.documents.length === 0 ? (
          <span className="muted">{row.sentence}</span>
        ) : (
          <IdList
            ids={row.documents}
            link={(policy) => (
              <Link className="id" to="/o/$org/policies/$policy" params={{ org, policy }}>
                {policy}
              </Link>
            )}
          />
        ),
    },
    {
      name: 'Controls',
      value: (row) => row.controls.join(' '),
      show: (row) => <IdList ids={row.controls} link={(code) => <ControlId org={org} code={code} />} />,
    },
  ];
}
