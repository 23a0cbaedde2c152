// The guided path from nothing to stage 1 and to the first window: twelve steps, each with why it exists, what an
// auditor asks, and where a small firm may save and where not. Advice is in our words and nobody has reviewed it.
import type { RequirementRef } from '../frameworks/index.ts';

export const PATH_KEYS = [
  'scope',
  'context',
  'method',
  'risks',
  'treatment',
  'statement',
  'gaps',
  'policies',
  'evidence',
  'audit',
  'review',
  'window',
] as const;
export type PathKey = (typeof PATH_KEYS)[number];

export interface PathAdvice {
  readonly key: PathKey;
  readonly title: string;
  readonly why: string;
  /** Clauses and criteria that ask for it. */
  readonly asked: readonly RequirementRef[];
  /** Person-days for a company of some forty people, an estimate. */
  readonly days: { readonly least: number; readonly most: number };
  readonly example: string;
  /** Where it is done, and where the demo company shows it: a path below the organisation. */
  readonly place: string;
  readonly auditorAsks: readonly string[];
  readonly save: string;
  readonly spend: string;
}

export const PATH: readonly PathAdvice[] = [
  {
    key: 'scope',
    title: 'Say what is inside',
    why: 'Everything after it is counted against the scope: risks, controls, evidence, the days of the audit. The certificate carries its sentence; a SOC 2 report describes its own system.',
    asked: ['iso27001:2022/4.3', 'soc2:2017/CC2.2'],
    days: { least: 0.5, most: 2 },
    example:
      'Harbourline first left its support team out, with a reason; when support came in, the second version took over from its own day.',
    place: '/company',
    auditorAsks: [
      'Who decided where it ends, and what crosses that border?',
      'Which part of the company sells under the certificate and lies outside?',
    ],
    save: 'One product and the people who build and run it are enough to begin; a narrow scope is cheaper to audit and can grow.',
    spend:
      'Do not draw it around the part that customers ask about. A scope that leaves out production or support is worth nothing to a buyer.',
  },
  {
    key: 'context',
    title: 'Name issues and interested parties',
    why: 'Risks come from somewhere: from what is peculiar to the company and from what others ask of it. Whether climate change matters has to be answered, yes or no.',
    asked: ['iso27001:2022/4.1', 'iso27001:2022/4.2', 'soc2:2017/CC3.1'],
    days: { least: 0.5, most: 1.5 },
    example: 'Six issues and five parties, each need with how it is answered or why not, on two pages.',
    place: '/company/context',
    auditorAsks: [
      'What changed in the last year, and where did you note it?',
      'Which contract or law asks for the most, and who reads it?',
    ],
    save: 'An afternoon with the founders; a table does. Templates with forty stakeholders add nothing.',
    spend: 'Read the security annexes of your largest contracts once, properly; they are requirements.',
  },
  {
    key: 'method',
    title: 'Settle how risks are judged',
    why: 'Two people who judge the same risk must come to the same level, and next year’s run must compare with this one. Scales, the grid, what is acceptable and who may accept are said before the first risk.',
    asked: ['iso27001:2022/6.1.2', 'soc2:2017/CC3.1'],
    days: { least: 0.5, most: 1 },
    example:
      'A grid of five by five with described steps; its second version came with a stricter line for what is acceptable.',
    place: '/risks',
    auditorAsks: [
      'Why is this one a four and not a three?',
      'Who may accept a high risk, and where does it say so?',
    ],
    save: 'Take the method that comes along and change the words that do not fit. Money and simulations can wait.',
    spend: 'Describe each step of the scales in your own terms; numbers without meaning are found at once.',
  },
  {
    key: 'risks',
    title: 'Write the first ten risks',
    why: 'The whole standard hangs on them: controls are chosen because of risks, not because of a list. Ten that are yours are worth more than a hundred that were copied.',
    asked: ['iso27001:2022/6.1.2', 'iso27001:2022/8.2', 'soc2:2017/CC3.2'],
    days: { least: 1, most: 3 },
    example:
      'Fifteen scenarios, from a leaver who keeps access to an outage of the region, each with an owner and a justification.',
    place: '/risks',
    auditorAsks: [
      'Show me the highest, its owner, and when it was last looked at.',
      'How do you know that none is missing?',
    ],
    save: 'Begin from the suggestions; two hours with engineering and support name most of them.',
    spend: 'Every risk needs an owner who knows that they own it. An auditor asks them, not you.',
  },
  {
    key: 'treatment',
    title: 'Decide what is done about each',
    why: 'A risk above the line is reduced, shared, avoided or taken by somebody who may take it; the plan says which control, who and by when.',
    asked: ['iso27001:2022/6.1.3', 'iso27001:2022/8.3', 'soc2:2017/CC9.1'],
    days: { least: 1, most: 3 },
    example: 'One plan is past its date and one acceptance has expired: both show, and neither is hidden.',
    place: '/risks',
    auditorAsks: ['Who accepted what remains, and until when?', 'Is this plan on time?'],
    save: 'Accepting is a decision, too. Take small risks for a year with a reason instead of buying a tool.',
    spend: 'Dates that slip without a word are a finding each. Promise less, and keep it.',
  },
  {
    key: 'statement',
    title: 'Decide the statement of applicability',
    why: 'It ties every control of Annex A to a reason: a risk, a law, a contract, a baseline; or says why it is left out. The certificate cites its version, and it is the first thing that an auditor opens.',
    asked: ['iso27001:2022/6.1.3', 'soc2:2017/CC5.1'],
    days: { least: 1, most: 4 },
    example: 'One control is left out without a reason, and a rule says so before the auditor does.',
    place: '/view/iso27001:2022',
    auditorAsks: [
      'Why is this one out?',
      'Where do I see that this one runs?',
      'Which version does the certificate cite?',
    ],
    save: 'Most reasons repeat; decide by theme. Nobody asks for an essay per row.',
    spend:
      'A bare “not applicable” is the most common finding of stage 1. Each exclusion is a sentence of its own.',
  },
  {
    key: 'gaps',
    title: 'Plan what is missing, once for both',
    why: 'A gap is a decision, a control, a piece of evidence or a performance that is not there. One action often closes it in both frameworks, so it is planned once.',
    asked: ['iso27001:2022/8.1', 'soc2:2017/CC5.2'],
    days: { least: 0.5, most: 2 },
    example:
      'Actions stand in the order of what they move, with an owner and a day where somebody has planned them.',
    place: '/gaps',
    auditorAsks: ['What do you know to be missing, and when will it be there?'],
    save: 'You need no consultant to find gaps that a list can find. Spend a consultant’s day on the three that you do not understand.',
    spend: 'Evidence over time cannot be bought late. What has to run for months is started first.',
  },
  {
    key: 'policies',
    title: 'Publish the policies that people follow',
    why: 'A policy says what is expected, in words that somebody can follow, approved by somebody who may say so, and confirmed by those whom it binds.',
    asked: ['iso27001:2022/5.2', 'iso27001:2022/7.5.1', 'soc2:2017/CC5.3'],
    days: { least: 2, most: 6 },
    example:
      'Short policies, each with an owner, a day of review, and the names of those who have not confirmed.',
    place: '/policies',
    auditorAsks: [
      'Show me that the people whom it binds have read this version.',
      'When did you last follow it differently?',
    ],
    save: 'Templates are fine as a start, and ten policies beat thirty.',
    spend:
      'Change every sentence that is not true. A template that nobody edited is recognised on the first page.',
  },
  {
    key: 'evidence',
    title: 'Let evidence come by itself',
    why: 'A control counts when something dated shows that it ran. ISO asks whether it works; SOC 2 asks on which days.',
    asked: ['iso27001:2022/9.1', 'iso27001:2022/7.5.1', 'soc2:2017/CC4.1'],
    days: { least: 3, most: 10 },
    example:
      'Scanners report every second week, lists of people are frozen with their source, and what nobody saw stays unknown.',
    place: '/evidence',
    auditorAsks: ['Is this list complete, and how do you know?', 'Show me the same for March.'],
    save: 'Push what your pipeline already makes. A screenshot with a date is evidence; a tool for each control is not needed.',
    spend: 'Leavers, access reviews, changes, backups and incidents: these five are sampled in every audit.',
  },
  {
    key: 'audit',
    title: 'Audit yourselves first',
    why: 'The standard wants somebody who does not own the work to look at all of it before the certification body does. What they find is cheaper than what others find.',
    asked: ['iso27001:2022/9.2.1', 'iso27001:2022/9.2.2', 'soc2:2017/CC4.1'],
    days: { least: 2, most: 6 },
    example:
      'The auditor owns none of the controls in the scope; each line says what was seen, and a finding came of some.',
    place: '/audits',
    auditorAsks: ['Who audited the person who runs the ISMS?', 'What did it find? Nothing at all?'],
    save: 'Swap auditors with a befriended company, or train one colleague from another team.',
    spend: 'Do not skip it and do not let the author audit the work. Stage 1 ends there.',
  },
  {
    key: 'review',
    title: 'Hold the management review',
    why: 'Top management looks at seven inputs and decides. It is the proof that the system is theirs, and not the security lead’s alone.',
    asked: ['iso27001:2022/9.3.1', 'iso27001:2022/9.3.2', 'iso27001:2022/9.3.3', 'soc2:2017/CC4.2'],
    days: { least: 0.5, most: 1 },
    example:
      'Held with the founder, filled from the data of that day, two decisions and two actions, one of which is still open.',
    place: '/company/reviews',
    auditorAsks: ['Where is input c?', 'What did you decide, and was it done?'],
    save: 'Ninety minutes, twice a year at first. The inputs fill themselves; reading them before is the work.',
    spend: 'A missing input or an absent founder is a nonconformity, and a new template does not close it.',
  },
  {
    key: 'window',
    title: 'Start the first window',
    why: 'A SOC 2 report of type II speaks of a period. It begins on a day that you choose, and what does not run within it cannot be added later.',
    asked: ['soc2:2017/CC4.1', 'iso27001:2022/9.1'],
    days: { least: 0.5, most: 1 },
    example:
      'Day by day, what fell due, what ran, and what nobody saw; several starts were compared before one was chosen.',
    place: '/windows/start',
    auditorAsks: ['Which controls did not run in the first month?', 'What changed within the period?'],
    save: 'Three months are enough for a first report if the buyer agrees; a type I first can carry a deal.',
    spend:
      'Do not start before leavers and changes run by themselves: an early exception stays in the report.',
  },
];
