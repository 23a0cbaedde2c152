// OSCAL assessment results (1.x JSON): findings are verdicts; observations and risks are populations.
import type { Instant } from '@assay/core';
import { at, listAt, textAt } from '../read/json.ts';
import { instantOf, observation } from '../read/observe.ts';
import type { Sink, StatusTable } from '../read/reader.ts';
import { documentReader } from './document.ts';
import { row } from './row.ts';
import { hasKeys } from './shape.ts';
import { statusFrom } from './statusTable.ts';

const STATE: StatusTable = { satisfied: 'pass', 'not-satisfied': 'fail' };
/** Words that assessment tools put into a property named `result` of an observation's subject. */
const RESULT: StatusTable = {
  pass: 'pass',
  fail: 'fail',
  error: 'error',
  unknown: 'unknown',
  notapplicable: 'not_applicable',
  notchecked: 'unknown',
  notselected: 'unknown',
  informational: 'unknown',
  fixed: 'pass',
};

export const oscalResults = documentReader({
  id: 'oscal-ar',
  title: 'OSCAL assessment results',
  version: 2,
  manual: {
    recognised: 'assessment-results at the root (OSCAL 1.x)',
    reads: 'whole',
    fields: {
      check: 'findings[].target.target-id, or the title of an observation',
      subject: 'title of each subject of the related observations, else the implementation or the plan',
      observedAt: 'the result’s end, else start; collected for observations',
      message: 'title, else description',
      population: 'observations, risks',
    },
    words: [
      { field: 'findings[].target.status.state', table: STATE },
      { field: 'observations[].subjects[].props result', table: RESULT },
    ],
    also: [],
    otherwise:
      'An observation without a result is no verdict. Any other word becomes unknown, with the problem oscal.status_unknown at its place.',
  },
  recognise: (head) => (hasKeys(head, 'assessment-results') ? 0.99 : 0),
  accepts: (document) => at(document, 'assessment-results') !== undefined,
  readDocument: async (document, sink) => {
    const root = at(document, 'assessment-results');
    const titles = titlesOf(root);
    for (const [i, result] of listAt(root, 'results').entries())
      await readResult(result, { position: `/assessment-results/results/${i}`, titles, root, sink });
  },
});

interface Where {
  readonly position: string;
  readonly titles: ReadonlyMap<string, string>;
  readonly root: unknown;
  readonly sink: Sink;
}

async function readResult(result: unknown, where: Where): Promise<void> {
  const { sink } = where;
  const ended = instantOf(at(result, 'end')) ?? instantOf(at(result, 'start'));
  const scope = textAt(where.root, 'metadata', 'title');
  const version = textAt(where.root, 'metadata', 'oscal-version');
  sink.source({
    tool: 'oscal',
    ...(version ? { toolVersion: version } : {}),
    ...(ended ? { ranAt: ended } : {}),
    ...(scope ? { scope } : {}),
  });
  const observations = listAt(result, 'observations');
  const subjects = new Map(observations.map((each) => [textAt(each, 'uuid') ?? '', subjectsOf(each)]));
  for (const [i, finding] of listAt(result, 'findings').entries())
    await readFinding(finding, { ...where, position: `${where.position}/findings/${i}`, ended, subjects });
  for (const [i, each] of observations.entries()) {
    await sink.population(
      row('observations', textAt(each, 'uuid') ?? `observation ${i}`, {
        title: textAt(each, 'title') ?? textAt(each, 'description'),
        methods: listAt(each, 'methods')
          .filter((method) => typeof method === 'string')
          .join(', '),
        collected: textAt(each, 'collected'),
        expires: textAt(each, 'expires'),
      }),
    );
    await readSubjectResults(each, { ...where, position: `${where.position}/observations/${i}` });
  }
  for (const [i, risk] of listAt(result, 'risks').entries())
    await sink.population(
      row('risks', textAt(risk, 'uuid') ?? `risk ${i}`, {
        title: textAt(risk, 'title'),
        status: textAt(risk, 'status'),
        deadline: textAt(risk, 'deadline'),
      }),
    );
}

interface FindingPlace extends Where {
  readonly ended: Instant | undefined;
  readonly subjects: ReadonlyMap<string, readonly string[]>;
}

/** One observation for each subject of the finding's observations; without any, for the system. */
async function readFinding(finding: unknown, where: FindingPlace): Promise<void> {
  const state = textAt(finding, 'target', 'status', 'state');
  const status = statusFrom(STATE, state, { format: 'oscal', position: where.position, sink: where.sink });
  const related = listAt(finding, 'related-observations').flatMap(
    (each) => where.subjects.get(textAt(each, 'observation-uuid') ?? '') ?? [],
  );
  const implementation = textAt(finding, 'implementation-statement-uuid');
  const fallback = implementation ?? textAt(where.root, 'import-ap', 'href') ?? 'system';
  for (const subject of new Set(related.length > 0 ? related : [fallback])) {
    await where.sink.observation(
      observation({
        tool: 'oscal',
        check: textAt(finding, 'target', 'target-id') ?? 'objective',
        subject: where.titles.get(subject) ?? subject,
        status,
        observedAt: where.ended,
        message: textAt(finding, 'title') ?? textAt(finding, 'description'),
      }),
    );
  }
}

async function readSubjectResults(each: unknown, where: Where): Promise<void> {
  const observedAt = instantOf(at(each, 'collected'));
  for (const [i, subject] of listAt(each, 'subjects').entries()) {
    const word = listAt(subject, 'props').flatMap((prop) =>
      textAt(prop, 'name') === 'result' ? (textAt(prop, 'value') ?? '') : [],
    )[0];
    if (word === undefined) continue;
    const uuid = textAt(subject, 'subject-uuid') ?? 'subject';
    await where.sink.observation(
      observation({
        tool: 'oscal',
        check: textAt(each, 'title') ?? 'observation',
        subject: textAt(subject, 'title') ?? where.titles.get(uuid) ?? uuid,
        status: statusFrom(RESULT, word.toLowerCase(), {
          format: 'oscal',
          position: `${where.position}/subjects/${i}`,
          sink: where.sink,
        }),
        observedAt,
        message: textAt(each, 'description'),
      }),
    );
  }
}

function subjectsOf(each: unknown): readonly string[] {
  return listAt(each, 'subjects').flatMap((subject) => textAt(subject, 'subject-uuid') ?? []);
}

/** Titles of what the document itself defines; everything else is known by its uuid. */
function titlesOf(root: unknown): ReadonlyMap<string, string> {
  const places = [
    at(root, 'local-definitions'),
    ...listAt(root, 'results').map((result) => at(result, 'local-definitions')),
  ];
  const titles = new Map<string, string>();
  for (const each of places.flatMap((place) => [
    ...listAt(place, 'components'),
    ...listAt(place, 'inventory-items'),
    ...listAt(place, 'users'),
  ])) {
    const uuid = textAt(each, 'uuid');
    const title = textAt(each, 'title') ?? textAt(each, 'description');
    if (uuid !== undefined && title !== undefined) titles.set(uuid, title);
  }
  return titles;
}
