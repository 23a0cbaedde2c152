// Risks > Losses: what could a year cost, before and after treatment, and is that tolerated?
import { lossSentence } from '@assay/core';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useChange, type Change } from '../../../data/api.ts';
import { AsOf } from '../../../ui/AsOf.tsx';
import { Empty, Loaded, PageHead } from '../../../ui/page.tsx';
import { PrintLinks } from '../../../ui/PrintLinks.tsx';
import { RiskTabs } from '../RiskTabs.tsx';
import { Curve } from './Curve.tsx';
import { CurveTable } from './CurveTable.tsx';
import { EditPanel } from './edit/EditPanel.tsx';
import { caseOf, useLosses, type Losses } from './losses.ts';
import { RiskLosses } from './RiskLosses.tsx';
import { RunTools } from './RunTools.tsx';
import type { LossSearch } from './search.ts';
import { useSimulation } from './useSimulation.ts';
import { TreatmentWorths, Worths } from './Worths.tsx';
import './losses.css';

export function LossesPage() {
  const { org } = useParams({ from: '/o/$org/risks/losses' });
  const losses = useLosses(org);
  return <Loaded of={losses}>{(found) => <Simulated org={org} losses={found} />}</Loaded>;
}

function Simulated({ org, losses }: { readonly org: string; readonly losses: Losses }) {
  const search = useSearch({ from: '/o/$org/risks/losses' });
  const navigate = useNavigate({ from: '/o/$org/risks/losses' });
  const go = (next: LossSearch): void => void navigate({ search: next, replace: true, resetScroll: false });
  const change = useChange(org);
  const [tried, setTried] = useState<Losses>();
  const editing = search.edit !== undefined && search.at === undefined;
  // What is tried out stays in sight until what was recorded has come back.
  const shown = tried ?? losses;
  const simulation = useSimulation(caseOf(shown, search));
  const { answer } = simulation;
  const { currency } = shown;
  const sentence = answer
    ? lossSentence(answer, { open: shown.risks.length, currency })
    : 'Years are being simulated.';
  const edit = (what: string | undefined): void => {
    setTried(undefined);
    go({ ...search, edit: what });
  };
  const make = (act: Change<unknown>): void => {
    go({ ...search, edit: undefined });
    change.mutate(act, { onSettled: () => setTried(undefined) });
  };
  return (
    <div className="page">
      <PageHead title="Losses" name="Losses" sentence={sentence}>
        <AsOf />
        <PrintLinks org={org} document="loss-report" />
        <button type="button" className="button" onClick={() => edit('tolerance')}>
          {losses.tolerance.line ? 'Change what is tolerated' : 'Say what is tolerated'}
        </button>
      </PageHead>
      <RiskTabs org={org} />
      <RunTools search={search} go={go} simulation={simulation} told={{ sentence, currency }} />
      <div className={editing ? 'with-drawer losses-beside' : undefined}>
        <div className="losses-shown" aria-busy={simulation.running}>
          {answer === undefined ? null : answer.scenarios.length === 0 ? (
            <Nothing losses={losses} edit={edit} />
          ) : search.as === 'table' ? (
            <CurveTable answer={answer} currency={currency} />
          ) : (
            <Curve answer={answer} currency={currency} sentence={sentence} />
          )}
        </div>
        {editing ? (
          <EditPanel
            key={search.edit}
            org={org}
            losses={losses}
            what={search.edit ?? ''}
            tryOut={setTried}
            close={() => edit(undefined)}
            make={make}
          />
        ) : null}
      </div>
      {answer ? (
        <>
          <RiskLosses org={org} losses={shown} answer={answer} search={search} edit={edit} />
          <TreatmentWorths org={org} losses={shown} answer={answer} />
          <Worths org={org} losses={shown} answer={answer} edit={edit} />
        </>
      ) : null}
    </div>
  );
}

function Nothing({ losses, edit }: { readonly losses: Losses; readonly edit: (what: string) => void }) {
  const [first] = losses.risks;
  return (
    <Empty title="No risk is estimated in money yet">
      <p>
        Begin with the risk that would hurt most: how often in a year, and between which two amounts nine
        events of ten would lie. A range that you can defend is worth more than a figure that you cannot.
      </p>
      {first ? (
        <button type="button" className="button primary" onClick={() => edit(first.code)}>
          Estimate {first.code}
        </button>
      ) : null}
    </Empty>
  );
}
