// One record of the management system: what is in force, what it says, what an auditor would say of it, its versions.
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { StatusMark } from '../../../ui/marks.tsx';
import { Loaded, PageHead } from '../../../ui/page.tsx';
import { RecordForm } from '../form/RecordForm.tsx';
import { TrendPicture } from '../objectives/TrendPicture.tsx';
import {
  bodyOf,
  formOf,
  hasNoApproval,
  stateOfRecord,
  useVersions,
  type IsmsBody,
  type IsmsRow,
} from '../records.ts';
import '../isms.css';
import { Actions } from './Actions.tsx';
import { DraftEffect } from './DraftEffect.tsx';
import { Facts } from './Facts.tsx';
import { History } from './History.tsx';
import { RecordActs } from './RecordActs.tsx';
import { Remarks } from './Remarks.tsx';
import { Sections } from './Sections.tsx';
import { recordSentence } from './sentence.ts';
import { useRecordChange } from './useRecordChange.ts';
import { inputTitle, REVIEW_INPUT_NAMES } from '@assay/core';

/** Lists to which records of a kind belong. */
const LISTS: Readonly<Partial<Record<IsmsRow['record']['kind'], readonly [string, string]>>> = {
  objective: ['objectives', 'Objectives'],
  competence: ['competence', 'Competence'],
  change: ['changes', 'Changes'],
  feedback: ['feedback', 'Feedback'],
  review: ['reviews', 'Reviews'],
};

export function RecordPage() {
  const { org, record } = useParams({ from: '/o/$org/company/$record' });
  const versions = useVersions(org, record);
  return (
    <Loaded key={record} of={versions}>
      {({ data }) => {
        const newest = data.at(-1);
        return newest ? <One org={org} row={newest} versions={data} /> : null;
      }}
    </Loaded>
  );
}

function One(props: { readonly org: string; readonly row: IsmsRow; readonly versions: readonly IsmsRow[] }) {
  const { org, row, versions } = props;
  const [editing, setEditing] = useState(false);
  const [picked, read] = useState<number>();
  const shown = versions.find(({ revision }) => revision === picked) ?? row;
  const change = useRecordChange(org, row);
  const save = (body: IsmsBody): void => {
    setEditing(false);
    change.replace(body, bodyOf(row));
  };
  const list = LISTS[row.record.kind];
  return (
    <div className="page">
      <PageHead
        title={row.title}
        name={row.title}
        sentence={recordSentence(row, versions)}
        crumbs={
          <>
            <Link to="/o/$org/company" params={{ org }}>
              Company
            </Link>
            {list ? <Link to={`/o/${org}/company/${list[0]}`}>{list[1]}</Link> : null}
            {/-\d/.test(row.id) ? <span className="id">{row.id}</span> : null}
          </>
        }
      >
        {editing ? null : <RecordActs org={org} row={row} edit={() => setEditing(true)} />}
      </PageHead>
      {editing ? (
        <RecordForm
          kind={row.record.kind}
          first={formOf(row)}
          act={`Write version ${row.revision + 1}`}
          save={save}
          cancel={() => setEditing(false)}
        />
      ) : (
        <>
          <Shown row={row} shown={shown} read={read} />
          {row.record.kind === 'scope' && row.approval === null ? <DraftEffect org={org} row={row} /> : null}
          <Read org={org} row={shown} newest={shown === row} />
          <History org={org} id={row.id} read={read} />
        </>
      )}
    </div>
  );
}

/** Which version the page shows, and the way to the one in force or to the newest. */
function Shown(props: {
  readonly row: IsmsRow;
  readonly shown: IsmsRow;
  readonly read: (revision: number) => void;
}) {
  const { row, shown, read } = props;
  const { in_force: held } = row;
  const other = shown.revision !== row.revision ? row.revision : held;
  if (hasNoApproval(row) && shown === row) return null;
  return (
    <p className="toolbar">
      {hasNoApproval(row) ? null : <StatusMark state={`isms_${stateOfRecord(row)}`} />}
      <span className="muted">Shown: version {shown.revision}.</span>
      {other === null || other === shown.revision ? null : (
        <button type="button" className="plain" onClick={() => read(other)}>
          Show version {other}, {other === held ? 'which is in force' : 'the newest'}
        </button>
      )}
    </p>
  );
}

function Read(props: { readonly org: string; readonly row: IsmsRow; readonly newest: boolean }) {
  const { org, row, newest } = props;
  const { record } = row;
  return (
    <>
      {record.kind === 'objective' ? (
        <>
          <p className="toolbar">
            <StatusMark state={`objective_${row.standing?.state ?? 'unknown'}`} />
            <span className="muted">trend: {row.standing?.trend ?? 'unknown'}</span>
          </p>
          <TrendPicture objective={record} />
        </>
      ) : null}
      <Remarks lints={row.lints.filter(({ code }) => code !== 'review.input_missing')} />
      {record.kind === 'review' ? (
        <>
          <Inputs record={record} />
          <Sections sections={row.sections.filter(({ title }) => !INPUT_TITLES.has(title))} />
          <Actions org={org} row={row} newest={newest} />
        </>
      ) : (
        <Sections sections={row.sections} />
      )}
    </>
  );
}

/** Parts that have a form of their own below. */
const INPUT_TITLES: ReadonlySet<string> = new Set([...REVIEW_INPUT_NAMES.map(inputTitle), 'Actions']);

/** The seven inputs, each with what is known and what was considered. */
function Inputs({ record }: { readonly record: Extract<IsmsRow['record'], { kind: 'review' }> }) {
  return (
    <section className="section" aria-labelledby="inputs">
      <h2 id="inputs">Inputs of 9.3.2</h2>
      {REVIEW_INPUT_NAMES.map((name) => {
        const held = record.inputs.find(({ input }) => input === name);
        return (
          <div className="isms-input" key={name}>
            <h3>{inputTitle(name)}</h3>
            <Facts facts={held?.facts ?? []} />
            {held === undefined || held.text.trim() === '' ? (
              <p>
                <StatusMark state="input_missing" />
              </p>
            ) : (
              <p className="prose">{held.text}</p>
            )}
          </div>
        );
      })}
    </section>
  );
}
