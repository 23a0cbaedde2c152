// Plan > Advice: which first, when, and at what cost; why, what speaks against it, what would change it, and every input
// beside its effect.
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { Loaded, PageHead } from '../../ui/page.tsx';
import { PlanTabs } from '../../ui/PlanTabs.tsx';
import { PrintLinks } from '../../ui/PrintLinks.tsx';
import { useAdvice, useTried, type Advice } from './advice.ts';
import { Comparison } from './Comparison.tsx';
import { NO_EDITS, trialOf, type Edits } from './inputs/edits.ts';
import { Inputs } from './inputs/Inputs.tsx';
import { TrialBar } from './inputs/TrialBar.tsx';
import { Confidence, Flips, Why } from './Reasons.tsx';
import type { AdviceSearch } from './search.ts';
import './advisor.css';

export function AdvicePage() {
  const { org } = useParams({ from: '/o/$org/plan' });
  return <Loaded of={useAdvice(org)}>{(advice) => <Advised org={org} advice={advice} />}</Loaded>;
}

function Advised({ org, advice }: { readonly org: string; readonly advice: Advice }) {
  const search = useSearch({ from: '/o/$org/plan' });
  const navigate = useNavigate({ from: '/o/$org/plan' });
  const go = (next: AdviceSearch): void => void navigate({ search: next, replace: true, resetScroll: false });
  const [edits, setEdits] = useState<Edits>(NO_EDITS);
  const trial = trialOf(edits, advice.answers.given);
  const tried = useTried(org, trial.ok ? trial.value : undefined);
  const faults = trial.ok ? tried.faults : trial.error;
  // What is tried stays in sight until what was recorded has come back.
  const shown = (edits === NO_EDITS ? undefined : tried.advice) ?? advice;
  const fill = (field: string): void => go({ ...search, fill: field });
  return (
    <div className="page">
      <PageHead title="Plan" name="Plan" sentence={shown.sentence}>
        <PrintLinks org={org} document="board-brief" />
      </PageHead>
      <PlanTabs org={org} />
      {shown.passed.length === 0 ? null : (
        <p className="small muted">
          Their day has passed, so they are in no figure: {shown.passed.join(', ')}.
        </p>
      )}
      <Comparison advice={shown} search={search} go={go} />
      <Why advice={shown} fill={fill} />
      <div className="pair">
        <Flips advice={shown} fill={fill} />
        <Confidence advice={shown} fill={fill} />
      </div>
      <Inputs
        advice={advice}
        shown={shown}
        edits={edits}
        setEdits={setEdits}
        faults={faults}
        fill={search.fill}
      />
      {edits === NO_EDITS ? null : (
        <TrialBar
          org={org}
          advice={advice}
          tried={tried.advice}
          edits={edits}
          faults={faults}
          done={() => setEdits(NO_EDITS)}
        />
      )}
    </div>
  );
}
