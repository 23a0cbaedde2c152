// Bring a statement, bring a register: a kept table is dropped, looked at, mapped, committed whole, undone whole.
import { Link, useParams, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { api, useOrg } from '../../data/api.ts';
import { Loaded, PageHead } from '../../ui/page.tsx';
import { RiskTabs } from '../risks/RiskTabs.tsx';
import { KeptDrop } from './KeptDrop.tsx';
import { KeptEarlier } from './KeptEarlier.tsx';
import { KeptImport } from './KeptImport.tsx';
import type { KeptKind } from './kept.ts';
import { useBringKept } from './useBringKept.ts';
import { SoaTabs } from '../soa/SoaTabs.tsx';
import '../evidence/evidence.css';
import './kept.css';

export function BringStatementPage() {
  const { org } = useParams({ from: '/o/$org' });
  const { id } = useSearch({ from: '/o/$org/soa/bring' });
  return (
    <KeptPage
      key={id}
      org={org}
      kind="statement"
      id={id}
      tabs={<SoaTabs org={org} />}
      crumb={
        <Link to="/o/$org/soa/bring" params={{ org }}>
          Bring a statement
        </Link>
      }
    />
  );
}

export function BringRegisterPage() {
  const { org } = useParams({ from: '/o/$org' });
  const { id } = useSearch({ from: '/o/$org/risks/bring' });
  return (
    <KeptPage
      key={id}
      org={org}
      kind="register"
      id={id}
      tabs={<RiskTabs org={org} />}
      crumb={
        <Link to="/o/$org/risks/bring" params={{ org }}>
          Bring a register
        </Link>
      }
    />
  );
}

interface Props {
  readonly org: string;
  readonly kind: KeptKind;
  readonly id: string | undefined;
  readonly tabs: ReactNode;
  readonly crumb: ReactNode;
}

function KeptPage(props: Props) {
  return props.id === undefined ? <Front {...props} /> : <One {...props} id={props.id} />;
}

function Front({ org, kind, tabs }: Props) {
  const bring = useBringKept(org, kind);
  const earlier = useOrg(org, ['kept', kind], () => api['kept.list']({ params: { org }, query: { kind } }));
  const title = kind === 'statement' ? 'Bring a statement' : 'Bring a register';
  return (
    <div className="page kept-even">
      <Loaded of={earlier}>
        {({ data }) => (
          <>
            <PageHead title={title} name={title} sentence={frontSentence(kind, data)} />
            {tabs}
            <KeptDrop kind={kind} bring={bring} />
            <KeptEarlier org={org} kind={kind} rows={data} />
          </>
        )}
      </Loaded>
    </div>
  );
}

function frontSentence(kind: KeptKind, data: readonly { readonly state: string }[]): string {
  const what = kind === 'statement' ? 'statement' : 'register';
  const of = (state: string): number => data.filter((each) => each.state === state).length;
  if (data.length === 0)
    return kind === 'statement'
      ? 'No statement has been brought yet; one of 2013 is drafted into the edition of 2022.'
      : 'No register has been brought yet; any headings are understood, and what has no place is kept.';
  const files = `${data.length} ${what}${data.length === 1 ? ' has' : 's have'} been brought`;
  return `${files}: ${of('committed')} committed, ${of('pending')} waiting as a dry run, ${of('undone')} undone.`;
}

function One({ org, id, tabs, crumb }: Props & { readonly id: string }) {
  const kept = useOrg(org, ['kept', 'one', id], () => api['kept.read']({ params: { org, kept: id } }));
  return (
    <div className="page kept-even">
      <Loaded of={kept}>{(data) => <KeptImport org={org} kept={data} crumb={crumb} tabs={tabs} />}</Loaded>
    </div>
  );
}
