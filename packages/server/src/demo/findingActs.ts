// Internal audit and findings as acts: a programme, an audit that was reported, one under way, one planned; and what
// became of each finding. Lines name what was on file on their day, never what came later.
import { DEFAULT_TERMS, ok, type Control, type Finding, type PlainDate, type Posture } from '@assay/core';
import { planOne, reportOne, sayOne, setProgramme } from '../slices/audits/audits.module.ts';
import { knowledge } from '../slices/controls/controls.module.ts';
import { listEvidence, type EvidenceRecord } from '../slices/evidence/evidence.module.ts';
import { endFinding, findOne, goOnWithFinding, recordFinding } from '../slices/findings/findings.module.ts';
import { act, must, type Act, type Place } from './act.ts';
import { AUDITS, PROGRAMME_SET, programmeOf, refOf, type AuditTold } from './audits/plans.ts';
import { exceptionOf, lateLeavers, STORIES, type Saying } from './audits/stories.ts';
import { PLANNED, REFUSED, UNDECIDED } from './decisions.ts';
import { OWNERS } from './people.ts';

/** Controls of which there is nothing to see. */
const WAITING: readonly string[] = [...PLANNED, ...UNDECIDED, ...Object.keys(REFUSED)];

export function findingActs(place: Place): readonly Act[] {
  return [
    act(place, { ago: PROGRAMME_SET, time: '09:00', by: OWNERS.security_lead }, (work) =>
      setProgramme(work, { ifMatch: '"0"', to: programmeOf(place.on) }),
    ),
    ...AUDITS.flatMap((audit, i) => auditActs(place, `IA-${i + 1}`, audit)),
    exception(place),
    ...Object.entries(STORIES).flatMap(([id, sayings]) => sayings.map((saying) => said(place, id, saying))),
  ];
}

function auditActs(place: Place, id: string, audit: AuditTold): readonly Act[] {
  const { on } = place;
  const { planned, from, to, title, criteria, auditor, scope, report } = audit;
  const plan = { title, criteria, auditor, from: on.ago(from), to: on.ago(to), scope: scope.map(refOf) };
  const looking: Act[] = audit.looked === 'none' ? [] : [lines(place, id, audit)];
  const reported: Act[] =
    report === undefined
      ? []
      : [
          act(place, { ago: report.daysAgo, time: '16:00', by: auditor }, (work) =>
            reportOne(work, id, { summary: report.summary, to: OWNERS.founder, on: undefined }),
          ),
        ];
  return [
    act(place, { ago: planned, time: '11:30', by: OWNERS.security_lead }, (work) => planOne(work, plan)),
    ...looking,
    ...reported,
  ];
}

/** What was seen on the last day of looking, line by line; nothing is said to conform that fails on that day. */
function lines(place: Place, id: string, audit: AuditTold): Act {
  const ago = Math.max(audit.to, 2);
  return act(place, { ago, time: '15:00', by: audit.auditor }, async (work) => {
    const { tx, scope } = work;
    const filed = await listEvidence(tx, scope, { limit: 1000 });
    const { posture } = await knowledge(tx, scope, work);
    const looked = { audit, filed, day: place.on.ago(ago), proofs: posture.controls };
    for (const requirement of audit.scope) {
      const line = lineOf(place, requirement, looked);
      if (line) must(await sayOne(work, id, line));
    }
    return ok(undefined);
  });
}

type Line = Parameters<typeof sayOne>[2];

interface Looked {
  readonly audit: AuditTold;
  readonly filed: readonly EvidenceRecord[];
  readonly day: PlainDate;
  readonly proofs: Posture['controls'];
}

/** One line; undefined where it waits for another day. */
function lineOf(place: Place, requirement: string, looked: Looked): Line | undefined {
  const { audit, proofs } = looked;
  const ref = refOf(requirement);
  const line = { requirement: ref, evidence: [], finding: undefined, because: '' };
  const special = audit.said[requirement];
  if (special) return { ...line, ...special };
  const answering = controlsOf(place, ref);
  const running = answering.filter(({ code }) => !WAITING.includes(code));
  const [first] = running;
  if (!first) {
    const codes = answering.map(({ code }) => code);
    const note = `${codes.join(' and ')} ${codes.length === 1 ? 'is' : 'are'} not in place: there is nothing to look at yet.`;
    return { ...line, result: 'not_audited', note };
  }
  const states = running.map(({ code }) => proofs.get(code)?.iso.state ?? 'unknown');
  const whole = running.length === answering.length && states.every((state) => state === 'proved');
  if (audit.looked === 'proved' && !whole) return undefined;
  if (states.some((state) => state === 'failing'))
    return {
      ...line,
      result: 'not_audited',
      note: 'Its checks failed on these days; it is looked at again.',
    };
  const evidence = filedFor(running, looked);
  const owner = OWNERS[first.ownerRole];
  const note =
    evidence.length > 0
      ? `Read with ${owner}.`
      : `${owner} showed it in use; what was seen stands in the auditor’s own notes, nothing was filed here yet.`;
  return { ...line, result: 'conforms', note, evidence };
}

/** What was on file and accepted that day, the newest two. */
function filedFor(controls: readonly Control[], { filed, day }: Looked): readonly string[] {
  const codes = controls.map(({ code }) => code);
  return filed
    .filter(
      (each) =>
        each.review.state === 'accepted' &&
        each.times.performedAt <= day &&
        each.controls.some((code) => codes.includes(code)),
    )
    .slice(0, 2)
    .map(({ code }) => code);
}

/** Controls that answer a requirement with more than support. */
function controlsOf({ deps }: Place, ref: string): readonly Control[] {
  const { controls, mappings } = deps.catalogue;
  const codes = new Set(
    mappings
      .filter(({ to, strength }) => to === ref && strength !== 'supporting')
      .map(({ control }) => control),
  );
  return controls.filter(({ code }) => codes.has(code));
}

function exception(place: Place): Act {
  const { recorded, found, statement } = exceptionOf(place.on);
  const draft: Finding = {
    kind: 'exception',
    source: 'monitoring',
    where: 'Leavers and their accounts',
    found_on: found,
    found_by: OWNERS.it_admin,
    statement,
    requirements: ['soc2:2017/CC6.2', 'soc2:2017/CC6.3', refOf('A.6.5')],
    controls: ['C-30'],
    evidence: [],
    owner: OWNERS.people_lead,
    correction: null,
    consequences: null,
    cause: null,
    similar: null,
    action: null,
    effectiveness: null,
    system_change: null,
    exception: lateLeavers(recorded),
    terms: DEFAULT_TERMS,
    closed: null,
    reopened: [],
  };
  return act(place, { ago: recorded, time: '14:30', by: OWNERS.people_lead }, (work) =>
    recordFinding(work, draft),
  );
}

function said(place: Place, id: string, saying: Saying): Act {
  return act(place, { ...saying, time: '14:40' }, async (work) => {
    if ('closes' in saying) return endFinding(work, id, { because: saying.closes, by: undefined });
    const { revision } = must(await findOne(work, id));
    return goOnWithFinding(work, id, { ifMatch: `"${revision}"`, to: saying.says(place.on) });
  });
}
