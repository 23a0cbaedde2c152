// The five questions of a new organisation. None is required.

const ASKERS = [
  ['unknown', 'nobody yet, or I do not know'],
  ['us', 'buyers in the United States'],
  ['eu', 'buyers in Europe'],
  ['both', 'both'],
] as const;
const RUNS_ON = ['AWS', 'Azure', 'Google Cloud', 'GitHub', 'GitLab', 'Kubernetes'] as const;
const HAS = ['ISO 9001', 'ISO/IEC 27001:2013', 'SOC 2 Type I', 'Cyber Essentials'] as const;

export interface Answers {
  readonly askedBy: (typeof ASKERS)[number][0];
  /** A day, or empty. */
  readonly deadline: string;
  /** Digits, or empty. */
  readonly headcount: string;
  readonly runsOn: readonly string[];
  readonly has: readonly string[];
}

export const UNANSWERED: Answers = { askedBy: 'unknown', deadline: '', headcount: '', runsOn: [], has: [] };

interface Props {
  readonly answers: Answers;
  readonly change: (next: Partial<Answers>) => void;
}

export function StartQuestions({ answers, change }: Props) {
  return (
    <>
      <fieldset className="choice-row">
        <legend>1. Who asks you for security?</legend>
        {ASKERS.map(([key, label]) => (
          <label key={key}>
            <input
              type="radio"
              name="asked-by"
              checked={answers.askedBy === key}
              onChange={() => change({ askedBy: key })}
            />{' '}
            {label}
          </label>
        ))}
      </fieldset>
      <div className="field-row">
        <label className="field">
          <span>2. Is there a deadline?</span>
          <input
            className="input"
            type="date"
            value={answers.deadline}
            onChange={(event) => change({ deadline: event.target.value })}
          />
        </label>
        <label className="field">
          <span>3. How many people are you?</span>
          <input
            className="input"
            type="number"
            min={1}
            max={100_000}
            value={answers.headcount}
            onChange={(event) => change({ headcount: event.target.value })}
          />
        </label>
      </div>
      <Several
        question="4. What do you run on?"
        of={RUNS_ON}
        chosen={answers.runsOn}
        change={(runsOn) => change({ runsOn })}
      />
      <Several
        question="5. What do you have already?"
        of={HAS}
        chosen={answers.has}
        change={(has) => change({ has })}
      />
    </>
  );
}

interface SeveralProps {
  readonly question: string;
  readonly of: readonly string[];
  readonly chosen: readonly string[];
  readonly change: (chosen: readonly string[]) => void;
}

function Several({ question, of, chosen, change }: SeveralProps) {
  return (
    <fieldset className="choice-row">
      <legend>{question}</legend>
      {of.map((each) => (
        <label key={each}>
          <input
            type="checkbox"
            checked={chosen.includes(each)}
            onChange={() =>
              change(chosen.includes(each) ? chosen.filter((other) => other !== each) : [...chosen, each])
            }
          />{' '}
          {each}
        </label>
      ))}
    </fieldset>
  );
}
