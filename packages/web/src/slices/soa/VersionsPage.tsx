// Approved versions of the statement, and what holds the next one back.
import { dayWords } from '@assay/core';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api, useOrg } from '../../data/api.ts';
import { Loaded, PageHead } from '../../ui/page.tsx';
import { TableSection, type SmallColumn } from '../../ui/TableSection.tsx';
import { minuteText } from '../../ui/words.ts';
import { ApproveDialog } from './ApproveDialog.tsx';
import { RowId } from './links.tsx';
import { ruleTitle, type SoaLint, type SoaVersion, type Statement } from './soa.ts';
import { SoaTabs } from './SoaTabs.tsx';
import './soa.css';

export function VersionsPage() {
  const { org } = useParams({ from: '/o/$org/soa/versions' });
  const versions = useOrg(org, ['soa', 'versions'], () => api['soa.versions']({ params: { org } }));
  const statement = useOrg(org, ['soa'], () => api['soa.read']({ params: { org } }));
  return (
    <Loaded of={versions}>
      {({ data }) => (
        <Loaded of={statement}>{(now) => <Shown org={org} versions={data} statement={now} />}</Loaded>
      )}
    </Loaded>
  );
}

interface Props {
  readonly org: string;
  readonly versions: readonly SoaVersion[];
  readonly statement: Statement;
}

function Shown({ org, versions, statement }: Props) {
  const [approving, setApproving] = useState(false);
  const [newest] = versions;
  const blocking = statement.lints.filter(({ blocks }) => blocks);
  const next = `version ${versions.length + 1}`;
  return (
    <div className="page">
      <PageHead
        title="Statement of applicability"
        name="Versions"
        sentence={versionsSentence(newest, versions.length, blocking.length)}
      >
        {newest ? (
          <Link className="button quiet" to="/o/$org/soa/versions/changes" params={{ org }}>
            Changes since {newest.id}
          </Link>
        ) : null}
        <button
          type="button"
          className="button primary"
          disabled={blocking.length > 0}
          title={blocking.length > 0 ? 'The broken rules below come first' : undefined}
          onClick={() => setApproving(true)}
        >
          Approve {next}
        </button>
      </PageHead>
      <SoaTabs org={org} />
      {blocking.length === 0 ? null : (
        <TableSection
          title={`What holds ${next} back`}
          file="statement-blocking"
          rows={blocking}
          keyOf={(lint) => `${lint.code} ${lint.row} ${lint.detail}`}
          columns={blockingColumns(org)}
        />
      )}
      <TableSection
        title="Approved versions"
        file="statement-versions"
        rows={versions}
        keyOf={(row) => row.id}
        columns={versionColumns(org, versions)}
        empty={<p className="muted">No version was approved yet. A certificate cites one.</p>}
      />
      {approving ? <ApproveDialog org={org} next={next} close={() => setApproving(false)} /> : null}
    </div>
  );
}

function blockingColumns(org: string): readonly SmallColumn<SoaLint>[] {
  return [
    { name: 'Row', value: (lint) => lint.row, show: (lint) => <RowId org={org} id={lint.row} /> },
    { name: 'Rule', value: (lint) => lint.code, show: (lint) => ruleTitle(lint.code) },
    {
      name: 'What is wrong, and what to do',
      grow: true,
      value: (lint) => `${lint.detail} ${lint.remedy}`,
      show: (lint) => (
        <>
          {lint.detail}
          <span className="block muted small">{lint.remedy}</span>
        </>
      ),
    },
    {
      name: 'Mend',
      show: (lint) => (
        <Link className="plain" to="/o/$org/soa" params={{ org }} search={{ q: lint.row, open: lint.row }}>
          to the row<span className="sr"> {lint.row}</span>
        </Link>
      ),
    },
  ];
}

function versionColumns(org: string, versions: readonly SoaVersion[]): readonly SmallColumn<SoaVersion>[] {
  const before = (row: SoaVersion): SoaVersion | undefined => versions[versions.indexOf(row) + 1];
  return [
    {
      name: 'Version',
      value: (row) => row.id,
      show: (row) => (
        <Link className="id" to="/o/$org/soa/versions/$version" params={{ org, version: row.id }}>
          {row.id}
        </Link>
      ),
    },
    { name: 'Approved (UTC)', value: (row) => row.approved_at, show: (row) => minuteText(row.approved_at) },
    {
      name: 'By',
      grow: true,
      value: (row) => `${row.approver}, ${row.role}`,
      show: (row) => (
        <>
          {row.approver}, {row.role}
          {row.note === '' ? null : <span className="block muted small">{row.note}</span>}
        </>
      ),
    },
    { name: 'Rows', number: true, value: (row) => row.rows, show: (row) => row.rows },
    {
      name: 'Digest',
      value: (row) => row.digest,
      show: (row) => (
        <span className="id muted" title={row.digest}>
          {row.digest.slice(0, 12)}
        </span>
      ),
    },
    {
      name: 'Ledger',
      number: true,
      value: (row) => row.entry,
      show: (row) => <span className="id muted">{row.entry}</span>,
    },
    {
      name: 'Changes',
      show: (row) => {
        const earlier = before(row);
        return earlier ? (
          <Link
            className="plain"
            to="/o/$org/soa/versions/$version"
            params={{ org, version: row.id }}
            search={{ against: earlier.id }}
          >
            since {earlier.id}
          </Link>
        ) : (
          <span className="faint small">the first</span>
        );
      },
    },
  ];
}

function versionsSentence(newest: SoaVersion | undefined, count: number, blocking: number): string {
  const held =
    blocking === 0
      ? 'Nothing holds the next one back.'
      : `${blocking} broken ${blocking === 1 ? 'rule holds' : 'rules hold'} the next one back.`;
  if (!newest) return `No version was approved yet. ${held}`;
  const all = count === 1 ? 'One version was approved' : `${count} versions were approved`;
  return `${all}; ${newest.id} was, on ${dayWords(newest.approved_at)}, by ${newest.approver}. ${held}`;
}
