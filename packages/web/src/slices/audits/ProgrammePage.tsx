// What three years of internal audit cover: the picture, its table twin, and what the programme says (9.2.2).
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { May } from '../../data/may.tsx';
import { useState } from 'react';
import { AuditTabs } from '../../ui/AuditTabs.tsx';
import { IdList } from '../../ui/IdList.tsx';
import { AuditId, FindingId, RequirementId } from '../../ui/links.tsx';
import { StatusMark, stateOf } from '../../ui/marks.tsx';
import { Empty, Loaded, PageHead } from '../../ui/page.tsx';
import { SearchBox } from '../../ui/SearchBox.tsx';
import { DataTable, type Column } from '../../ui/table.tsx';
import { idOf, SECTION_NAMES, useProgramme, type Covered, type Programme } from './audits.ts';
import { ProgrammeForm } from './ProgrammeForm.tsx';
import { ProgrammePicture } from './ProgrammePicture.tsx';

export function ProgrammePage() {
  const { org } = useParams({ from: '/o/$org/audits' });
  const { as } = useSearch({ from: '/o/$org/audits' });
  const [setting, setSetting] = useState(false);
  const found = useProgramme(org);
  return (
    <Loaded of={found}>
      {(model) => (
        <div className="page">
          <PageHead title="Audits" name="Audit programme" sentence={model.sentence}>
            {model.programme ? (
              <>
                <May org={org} needs="findings.change">
                  <Link className="button primary" to="/o/$org/audits/new" params={{ org }}>
                    Plan an audit
                  </Link>
                </May>
                <Link
                  className="button"
                  to="/o/$org/audits"
                  params={{ org }}
                  search={as === 'table' ? {} : { as: 'table' }}
                >
                  {as === 'table' ? 'As a picture' : 'As a table'}
                </Link>
              </>
            ) : null}
            <button
              type="button"
              className={model.programme ? 'button' : 'button primary'}
              onClick={() => setSetting(true)}
            >
              {model.programme ? 'Change the programme' : 'Set a programme'}
            </button>
          </PageHead>
          <AuditTabs org={org} />
          {model.programme === null ? (
            <Empty title="No programme yet">
              <p>
                A programme says from which day on, how often, how and by whom the management system is
                audited, and to whom it is told. Within its three years every clause and every control that
                applies is looked at once.
              </p>
            </Empty>
          ) : as === 'table' ? (
            <Twin org={org} model={model} />
          ) : (
            <>
              <ProgrammePicture org={org} programme={model} />
              <Said model={model} />
            </>
          )}
          {setting ? (
            <ProgrammeForm org={org} held={model.programme} close={() => setSetting(false)} />
          ) : null}
        </div>
      )}
    </Loaded>
  );
}

function Said({ model }: { readonly model: Programme }) {
  const { programme } = model;
  if (!programme) return null;
  const facts: readonly (readonly [string, string])[] = [
    ['Runs', `${programme.begins} to ${programme.ends}`],
    ['How often', programme.frequency],
    ['How', programme.methods],
    ['By whom', programme.responsibilities],
    ['Told to', programme.reporting],
    ['Version', `${programme.revision} by ${programme.by} on ${programme.at.slice(0, 10)}`],
  ];
  return (
    <section className="section">
      <h2>What the programme says</h2>
      <dl className="facts">
        {facts.map(([name, text]) => (
          <div key={name} className="key-row">
            <dt>{name}</dt>
            <dd className="prose">{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Twin({ org, model }: { readonly org: string; readonly model: Programme }) {
  const search = useSearch({ from: '/o/$org/audits' });
  const navigate = useNavigate({ from: '/o/$org/audits' });
  const words = (search.q ?? '').toLowerCase();
  return (
    <DataTable
      caption="Clauses and controls by year"
      file="audit-programme"
      rows={model.requirements.filter((row) =>
        `${idOf(row.requirement)} ${row.title} ${row.state} ${row.audits.join(' ')}`
          .toLowerCase()
          .includes(words),
      )}
      columns={columnsOf(org, model)}
      keyOf={(row) => row.requirement}
      groupOf={({ section }) => `${section} ${SECTION_NAMES[section] ?? ''}`}
      tools={
        <>
          <SearchBox
            label="Filter"
            hint="Id, words, audited, planned, unplanned"
            value={search.q}
            change={(q) => void navigate({ search: { ...search, q }, replace: true })}
          />
        </>
      }
      empty={
        <Empty title="Nothing of that name is to be audited">
          <p>Change the words.</p>
        </Empty>
      }
    />
  );
}

function columnsOf(org: string, { years }: Programme): readonly Column<Covered>[] {
  return [
    {
      name: 'Id',
      value: (row) => row.requirement,
      show: (row) => <RequirementId org={org} reference={row.requirement} />,
    },
    { name: 'Requirement', grow: true, value: (row) => row.title, show: (row) => row.title },
    ...years.map(({ year }): Column<Covered> => ({
      name: `Year ${year}`,
      value: (row) => {
        const cell = row.years[year - 1];
        return `${stateOf(`year_${cell?.state ?? 'none'}`)[0]} ${cell?.audits.join(' ') ?? ''}`.trim();
      },
      show: (row) => {
        const cell = row.years[year - 1];
        if (!cell || cell.state === 'none') return <span className="faint">—</span>;
        return (
          <StatusMark state={`year_${cell.state}`}>
            <IdList ids={cell.audits} link={(id) => <AuditId org={org} id={id} />} />
          </StatusMark>
        );
      },
    })),
    {
      name: 'Findings',
      value: (row) => row.years.flatMap(({ findings }) => findings).join(' '),
      show: (row) => (
        <IdList
          ids={row.years.flatMap(({ findings }) => findings)}
          link={(id) => <FindingId org={org} id={id} />}
        />
      ),
    },
  ];
}
