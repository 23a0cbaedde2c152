// What is printed of risks: the register with how it is rated, and the treatment plan that owners approve (6.1.3 e, f).
import { ok, type DocumentBlock } from '@assay/core';
import { findOrganisation } from '../access/access.module.ts';
import type { DocumentAsked, DocumentKind } from '../documents/documents.module.ts';
import { scenarioText } from './register.sheet.ts';
import { presentMatrix, presentMethod, presentRisk } from './risks.presenter.ts';
import { registerOn } from './register.readmodel.ts';

type Risk = ReturnType<typeof presentRisk>;

export const risksDocuments: readonly DocumentKind[] = [
  {
    name: 'risk-register',
    title: 'Risk register',
    about:
      'Every risk as it stands: scenario, levels with their reasons, treatment, acceptance, and the method.',
    make: (asked) => made(asked, 'Risk register', registerBlocks),
  },
  {
    name: 'risk-treatment-plan',
    title: 'Risk treatment plan',
    about:
      'What is done about each risk above what is acceptable, by whom, until when, and who took what remains.',
    make: (asked) => made(asked, 'Risk treatment plan', planBlocks),
  },
];

interface Register {
  readonly sentence: string;
  readonly risks: readonly Risk[];
  readonly method: ReturnType<typeof presentMethod>;
}

async function made(asked: DocumentAsked, title: string, blocks: (of: Register) => readonly DocumentBlock[]) {
  const { tx, scope, now } = asked;
  const { records, around } = await registerOn(tx, scope, { now });
  const organisation = (await findOrganisation(tx, scope))?.settings.name ?? scope.slug;
  return ok({
    title,
    organisation,
    classification: 'Confidential',
    standing: { state: 'as_of', day: around.today },
    made: now,
    blocks: blocks({
      sentence: presentMatrix(records, around).sentence,
      risks: records.map((record) => presentRisk(record, around)),
      method: presentMethod(around.method),
    }),
  } as const);
}

function registerBlocks({ sentence, risks, method }: Register): readonly DocumentBlock[] {
  const open = risks.filter(({ state }) => state !== 'closed');
  const closed = risks.filter(({ state }) => state === 'closed');
  return [
    { kind: 'paragraph', text: sentence },
    { kind: 'heading', level: 1, text: 'Risks' },
    {
      kind: 'table',
      caption: `By version ${method.revision} of the method, where nothing else is said.`,
      header: ['Id', 'Risk', 'Owner', 'Inherent', 'Now', 'Target', 'State'],
      widths: [0.7, 4, 1.6, 1, 1, 1, 1.2],
      rows: open.map((risk) => [
        risk.code,
        `${risk.title}. ${scenarioText(risk)}`,
        risk.owner ?? 'nobody',
        risk.inherent?.name ?? '',
        risk.current?.name ?? '',
        risk.target?.name ?? '',
        risk.state,
      ]),
    },
    { kind: 'heading', level: 1, text: 'Why these levels' },
    {
      kind: 'table',
      caption: '',
      header: ['Id', 'Of', 'On', 'Level', 'Method', 'Why'],
      widths: [0.7, 1, 1.2, 1.6, 0.8, 4],
      rows: open.flatMap((risk) =>
        (['inherent', 'current', 'target'] as const).flatMap((of) => {
          const each = risk[of];
          return each
            ? [
                [
                  risk.code,
                  of,
                  each.on,
                  `${each.name} (${each.likelihood} by ${each.impact})`,
                  String(each.method),
                  each.justification,
                ],
              ]
            : [];
        }),
      ),
    },
    ...askedBlocks(open),
    ...(closed.length === 0
      ? []
      : [
          { kind: 'heading', level: 1, text: 'Closed' } as const,
          {
            kind: 'list',
            ordered: false,
            items: closed.map(({ code, title, sentence: why }) => `${code} ${title}. ${why}`),
          } as const,
        ]),
    ...methodBlocks(method),
  ];
}

function planBlocks({ sentence, risks }: Register): readonly DocumentBlock[] {
  const open = risks.filter(({ state }) => state !== 'closed');
  const decided = open.filter(({ treatment }) => treatment !== null);
  const accepted = open.flatMap(({ code, title, acceptance }) =>
    acceptance ? [{ code, title, acceptance }] : [],
  );
  return [
    { kind: 'paragraph', text: sentence },
    { kind: 'heading', level: 1, text: 'Treatments' },
    {
      kind: 'table',
      caption: '',
      header: ['Id', 'Risk', 'Now', 'Target', 'Option', 'Plan', 'Controls', 'Owner', 'Due'],
      widths: [0.7, 2.2, 0.9, 0.9, 0.9, 3, 1.2, 1.4, 1.2],
      rows: decided.map(({ code, title, current, inherent, target, treatment }) => [
        code,
        title,
        (current ?? inherent)?.name ?? '',
        target?.name ?? '',
        treatment?.option ?? '',
        treatment?.plan ?? '',
        treatment?.controls.join(' ') ?? '',
        treatment?.owner ?? 'nobody',
        treatment?.due ?? '',
      ]),
    },
    { kind: 'heading', level: 1, text: 'Accepted' },
    accepted.length === 0
      ? { kind: 'paragraph', text: 'No acceptance holds today.' }
      : {
          kind: 'table',
          caption: 'Acceptances that hold on the day of this document.',
          header: ['Id', 'Risk', 'Level', 'By', 'Until', 'Why', 'Conditions'],
          widths: [0.7, 2, 0.9, 1.6, 1.2, 2.4, 2],
          rows: accepted.map(({ code, title, acceptance }) => [
            code,
            title,
            acceptance.name,
            `${acceptance.by}, ${acceptance.role.replaceAll('_', ' ')}`,
            acceptance.until,
            acceptance.reason,
            acceptance.conditions,
          ]),
        },
    ...askedBlocks(open),
  ];
}

function askedBlocks(risks: readonly Risk[]): readonly DocumentBlock[] {
  const asked = risks.flatMap(({ code, lints }) =>
    lints.map((lint) => `${code}: ${lint.sentence} ${lint.remedy}`),
  );
  return asked.length === 0
    ? []
    : [
        { kind: 'heading', level: 1, text: 'What an auditor would ask about' },
        { kind: 'list', ordered: false, items: asked },
      ];
}

function methodBlocks(method: Register['method']): readonly DocumentBlock[] {
  const scale = (caption: string, steps: Register['method']['levels']): DocumentBlock => ({
    kind: 'table',
    caption,
    header: ['Step', 'Name', 'Meaning'],
    widths: [0.6, 1.4, 6],
    rows: steps.map(({ name, meaning }, i) => [String(i + 1), name, meaning]),
  });
  const { combination, levels } = method;
  return [
    { kind: 'heading', level: 1, text: 'How risks are rated' },
    {
      kind: 'paragraph',
      text: `Up to ${levels[method.acceptable - 1]?.name ?? ''} a risk needs no treatment. ${method.authority.map(({ role, up_to }) => `A ${role.replaceAll('_', ' ')} may accept up to ${levels[up_to - 1]?.name ?? ''}.`).join(' ')} ${method.appetite}`,
    },
    scale('Likelihood', method.likelihood),
    scale('Impact', method.impact),
    scale('Levels', levels),
    ...(combination.kind === 'grid'
      ? [
          {
            kind: 'table',
            caption: 'Level by likelihood (down) and impact (across)',
            header: ['', ...method.impact.map(({ name }, i) => `${i + 1} ${name}`)],
            rows: combination.levels
              .map((row, i) => [
                `${i + 1} ${method.likelihood[i]?.name ?? ''}`,
                ...row.map((level) => levels[level - 1]?.name ?? ''),
              ])
              .toReversed(),
          } as const,
        ]
      : []),
  ];
}
