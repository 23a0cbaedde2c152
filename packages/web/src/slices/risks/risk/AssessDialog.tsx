// Assess a risk: a step of each scale by its meaning, the level that the method gives it, and why.
import { ASSESSED, levelOf } from '@assay/core';
import { useState } from 'react';
import { api } from '../../../data/api.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { Select } from '../../../ui/Select.tsx';
import { useToday } from '../../../ui/useToday.ts';
import { DayField, LongField } from '../fields.tsx';
import { coreMethod, type Method, type Risk } from '../risks.ts';

interface Props {
  readonly org: string;
  readonly risk: Risk;
  readonly method: Method;
  readonly close: () => void;
}

const MEANT = {
  inherent: 'as if no control were there',
  current: 'as it is now, with the controls that run',
  target: 'as the treatment is to make it',
} as const;

export function AssessDialog({ org, risk, method, close }: Props) {
  const today = useToday();
  const [of, setOf] = useState<(typeof ASSESSED)[number]>(risk.inherent ? 'current' : 'inherent');
  const before = risk[of];
  const [steps, setSteps] = useState({ likelihood: '', impact: '' });
  const [why, setWhy] = useState('');
  const [on, setOn] = useState(today);
  const [likelihood, impact] = [Number(steps.likelihood), Number(steps.impact)];
  const level = levelOf(coreMethod(method), { likelihood: likelihood - 1, impact: impact - 1 });
  const name = level.ok ? (method.levels[level.value]?.name ?? '') : undefined;
  return (
    <FormDialog
      org={org}
      title={`Assess ${risk.code}`}
      act={name === undefined ? 'Record the assessment' : `Record it as ${name}`}
      done={`${risk.code} is assessed.`}
      send={() =>
        api['risks.assess']({
          params: { org, risk: risk.code },
          body: { of, likelihood, impact, justification: why.trim(), on },
        })
      }
      close={close}
    >
      <Select name={`Which: ${MEANT[of]}`} of={ASSESSED} value={of} change={setOf} />
      <Step
        label="Likelihood"
        scale={method.likelihood}
        value={steps.likelihood}
        before={before?.likelihood}
        change={(next) => setSteps({ ...steps, likelihood: next })}
      />
      <Step
        label="Impact"
        scale={method.impact}
        value={steps.impact}
        before={before?.impact}
        change={(next) => setSteps({ ...steps, impact: next })}
      />
      <p role="status">
        {name === undefined
          ? 'The level is looked up from both.'
          : `Version ${method.revision} of the method calls this ${name}${before ? `; it was ${before.name} on ${before.on}` : ''}.`}
      </p>
      <LongField
        label="Why: what was seen, counted or assumed"
        value={why}
        change={setWhy}
        required
        least={3}
        most={4000}
      />
      <DayField label="On" value={on} change={setOn} required most={today} />
    </FormDialog>
  );
}

function Step(props: {
  readonly label: string;
  readonly scale: Method['likelihood'];
  readonly value: string;
  readonly before: number | undefined;
  readonly change: (next: string) => void;
}) {
  const chosen = props.scale[Number(props.value) - 1];
  return (
    <label className="field wide">
      <span>
        {props.label}
        {props.before === undefined ? '' : `, ${props.before} the last time`}
      </span>
      <select
        className="input"
        required
        value={props.value}
        onChange={(event) => props.change(event.target.value)}
      >
        <option value="">Choose a step</option>
        {props.scale.map(({ name, meaning }, i) => (
          <option key={name} value={i + 1}>
            {i + 1} {name}: {meaning}
          </option>
        ))}
      </select>
      {chosen ? <small>{chosen.meaning}</small> : null}
    </label>
  );
}
