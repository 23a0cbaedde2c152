// The register as sheets: each risk in a row, every assessment in a row, and what the words of both mean.
import type { Sheet } from '../documents/documents.module.ts';
import type { presentMethod, presentRisk } from './risks.presenter.ts';

type Risk = ReturnType<typeof presentRisk>;
type Method = ReturnType<typeof presentMethod>;

const SIDES = ['inherent', 'current', 'target'] as const;

export function registerSheet(risks: readonly Risk[]): Sheet {
  // Columns of a register that was brought along go out as they came in.
  const custom = [...new Set(risks.flatMap((risk) => Object.keys(risk.custom)))];
  return {
    name: 'Register',
    header: [
      'Id',
      'Title',
      'Scenario',
      'At stake',
      'Category',
      'Owner',
      'State',
      ...SIDES.flatMap((of) => [`${of} likelihood`, `${of} impact`, `${of} level`]),
      'Justification',
      'Assessed on',
      'Method version',
      'Treatment',
      'Plan',
      'Controls',
      'Treatment owner',
      'Treatment due',
      'Accepted by',
      'Accepted until',
      'Review due',
      'Asked',
      ...custom,
    ],
    rows: risks.map((risk) => {
      const standing = risk.current ?? risk.inherent;
      const { treatment, acceptance } = risk;
      return [
        risk.code,
        risk.title,
        scenarioText(risk),
        risk.properties.join(', '),
        risk.category,
        risk.owner ?? '',
        risk.state,
        ...SIDES.flatMap((of) => {
          const found = risk[of];
          return found ? [String(found.likelihood), String(found.impact), found.name] : ['', '', ''];
        }),
        standing?.justification ?? '',
        standing?.on ?? '',
        standing ? String(standing.method) : '',
        treatment?.option ?? '',
        treatment?.plan ?? '',
        treatment?.controls.join(' ') ?? '',
        treatment?.owner ?? '',
        treatment?.due ?? '',
        acceptance ? `${acceptance.by}, ${acceptance.role}` : '',
        acceptance?.until ?? '',
        risk.review_due ?? '',
        risk.lints.map(({ sentence }) => sentence).join(' '),
        ...custom.map((name) => risk.custom[name] ?? ''),
      ];
    }),
  };
}

export function assessmentsSheet(risks: readonly Risk[]): Sheet {
  return {
    name: 'Assessments',
    header: ['Risk', 'On', 'Of', 'Likelihood', 'Impact', 'Level', 'Why', 'By', 'Method version'],
    rows: risks.flatMap((risk) =>
      risk.assessments.map((each) => [
        risk.code,
        each.on,
        each.of,
        String(each.likelihood),
        String(each.impact),
        each.name,
        each.justification,
        each.by,
        String(each.method),
      ]),
    ),
  };
}

/** Whose register, of which day, and what the steps and levels of the method in force mean. */
export function registerAbout(of: {
  readonly organisation: string;
  readonly at: string;
  readonly method: Method;
}): Sheet {
  const { method } = of;
  const steps = (name: string, scale: Method['levels']): readonly (readonly [string, string])[] =>
    scale.map((step, i) => [`${name} ${i + 1}`, `${step.name}: ${step.meaning}`]);
  return {
    name: 'About',
    header: ['what', 'value'],
    rows: [
      ['risk register of', of.organisation],
      ['written at', of.at],
      ['method version', String(method.revision)],
      ['needs no treatment up to', method.levels[method.acceptable - 1]?.name ?? ''],
      ...steps('likelihood', method.likelihood),
      ...steps('impact', method.impact),
      ...steps('level', method.levels),
      ['classification', 'confidential'],
    ],
  };
}

export function scenarioText({ scenario }: Pick<Risk, 'scenario'>): string {
  return scenario.view === 'event'
    ? `${scenario.event}. ${scenario.consequence}.`
    : `${scenario.asset}: ${scenario.threat}, because ${inside(scenario.vulnerability)}.`;
}

/** What begins a sentence of its own, within another: an abbreviation keeps its letters. */
function inside(text: string): string {
  return text.replace(/^\p{Lu}(?=\p{Ll}|\s)/u, (letter) => letter.toLowerCase());
}
