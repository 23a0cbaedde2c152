// What the controls slice prints: how a framework stands, and the control set with what each control answers.
import {
  ok,
  type DocumentBlock,
  type FrameworkPosture,
  type PlainDate,
  type PrintedDocument,
  type RequirementPosture,
} from '@assay/core';
import type { DocumentAsked, DocumentKind } from '../documents/documents.module.ts';
import { postureSentence, requirementSentence } from './controls.sentences.ts';
import { knowledge, type Knowledge } from './posture.readmodel.ts';

const CLASSIFICATION = 'Confidential';

export const controlsDocuments: readonly DocumentKind[] = [
  {
    name: 'posture',
    title: 'How a framework stands',
    about: 'For every requirement: is it decided, in place and proved, by which controls, and if not, why.',
    of: async (asked) =>
      (await known(asked)).posture.frameworks.map(({ framework }) => ({
        id: framework.id,
        title: framework.title,
      })),
    make: async (asked, of) => {
      const model = await known(asked);
      const found = model.posture.frameworks.find(({ framework }) => framework.id === of);
      if (!found) throw new Error(`no posture of ${of}`);
      return ok({
        ...about(model, asked),
        title: `${found.framework.title}: how it stands`,
        blocks: [scopeOf(model, found), ...standing(found, model.today)],
      });
    },
  },
  {
    name: 'control-set',
    title: 'Control set',
    about: 'What the company does once: every control with its owner, its state and what it answers.',
    make: async (asked) => {
      const model = await known(asked);
      return ok({ ...about(model, asked), title: 'Control set', blocks: controlSet(model) });
    },
  },
];

function known({ tx, scope, catalogue, now }: DocumentAsked): Promise<Knowledge> {
  return knowledge(tx, scope, { catalogue, now });
}

function about(model: Knowledge, { now }: DocumentAsked): Omit<PrintedDocument, 'title' | 'blocks'> {
  return {
    organisation: model.settings.name,
    classification: CLASSIFICATION,
    standing: { state: 'as_of', day: model.today },
    made: now,
  };
}

/** What the posture speaks of. */
function scopeOf({ scopes }: Knowledge, { framework }: FrameworkPosture): DocumentBlock {
  const held = scopes.get(framework.id);
  return held
    ? {
        kind: 'paragraph',
        text: `Scope since ${held.scope.from} (${held.record}, version ${held.revision}): ${held.scope.statement}`,
      }
    : { kind: 'note', text: 'Nobody has approved a scope for this framework that is in force.' };
}

function standing(posture: FrameworkPosture, today: PlainDate): readonly DocumentBlock[] {
  const asked = new Set(posture.requirements.map(({ requirement }) => requirement.group));
  const groups = posture.framework.groups.filter(({ id }) => asked.has(id));
  return [
    { kind: 'paragraph', text: postureSentence(posture, today) },
    ...groups.flatMap((group): readonly DocumentBlock[] => [
      { kind: 'heading', level: 1, text: group.title },
      {
        kind: 'table',
        caption: '',
        header: ['Id', 'Requirement', 'Applies', 'State', 'Why', 'Controls'],
        widths: [1, 3, 0.9, 1.3, 4, 2],
        rows: posture.requirements
          .filter(({ requirement }) => requirement.group === group.id)
          .map(requirementRow),
      },
    ]),
  ];
}

function requirementRow(each: RequirementPosture): readonly string[] {
  const { requirement, answers } = each;
  return [
    requirement.id,
    requirement.title,
    each.decided ? (each.applies ? 'yes' : 'no') : 'undecided',
    words(each.state),
    requirementSentence(each),
    answers
      .filter(({ adopted }) => adopted)
      .map(({ control }) => control)
      .join(', '),
  ];
}

function controlSet(model: Knowledge): readonly DocumentBlock[] {
  const answered = (code: string): string =>
    model.mappings
      .filter(({ control, strength }) => control === code && strength !== 'supporting')
      .map(({ to }) => to.slice(to.indexOf('/') + 1))
      .join(', ');
  return [
    {
      kind: 'table',
      caption: 'Requirements that a control only supports are left out.',
      header: ['Id', 'Control', 'What is done', 'Owner', 'State', 'Answers'],
      widths: [0.8, 2, 4, 1.5, 1.3, 2.6],
      rows: model.controls.map((control) => {
        const state = model.states.get(control.code);
        const adopted = state?.state === 'adopted' ? state : undefined;
        return [
          control.code,
          control.name,
          control.activity,
          adopted?.owner ?? words(control.ownerRole),
          words(adopted?.implementation ?? state?.state ?? 'undecided'),
          answered(control.code),
        ];
      }),
    },
  ];
}

function words(name: string): string {
  return name.replaceAll('_', ' ');
}
