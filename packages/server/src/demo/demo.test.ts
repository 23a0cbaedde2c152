// The demo's own claims, each asked of the same read models that the pages use.
import { policiesRoutes, risksRoutes, samplesRoutes } from '@assay/contract';
import {
  addDays,
  dateOfInstant,
  instantOfMillis,
  millisOfInstant,
  type Instant,
  type LatestObservation,
  type RequirementPosture,
} from '@assay/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OrgScope } from '../slices/access/access.module.ts';
import { knowledge, type Knowledge } from '../slices/controls/controls.module.ts';
import { listEvidence, type EvidenceRecord } from '../slices/evidence/evidence.module.ts';
import { latestObservations, tallyChecks } from '../slices/monitoring/monitoring.module.ts';
import { controlsOfCheck } from '../slices/monitoring/monitoring.module.ts';
import { openHouse, OWNER, send, type House } from '../testing/house.ts';
import { seeded } from './demo.testing.ts';

const DAY = 86_400_000;

let house: House;
let scope: OrgScope;
let now: Instant;
let known: Knowledge;
let evidence: readonly EvidenceRecord[];
let latest: readonly LatestObservation[];

beforeAll(async () => {
  house = await openHouse();
  scope = await seeded(house.deps);
  now = house.deps.clock.now();
  known = await knownAt();
  evidence = await house.deps.db.inOrganisation(scope.org, (tx) => listEvidence(tx, scope, { limit: 1000 }));
  latest = await house.deps.db.inOrganisation(scope.org, (tx) => latestObservations(tx, scope));
}, 120_000);
afterAll(() => house.close());

describe('the demo company', () => {
  it('stands five weeks before stage 2 and on day 96 of 180 of SOC 2', () => {
    const { examination, deadline } = known.settings;
    const today = dateOfInstant(now);
    expect(deadline).toBe(addDays(today, 35));
    expect(examination).toEqual({ type: 'type2', from: addDays(today, -96), until: addDays(today, 84) });
  });

  it('is proved in about two thirds for ISO and a third for SOC 2', () => {
    const [iso, soc2] = known.posture.frameworks.map(({ proved }) => proved.numerator / proved.denominator);
    expect(iso).toBeGreaterThan(0.58);
    expect(iso).toBeLessThan(0.72);
    expect(soc2).toBeGreaterThan(0.28);
    expect(soc2).toBeLessThan(0.42);
  });

  it('has a mixture of states in every theme of Annex A and in both categories beside Security', () => {
    for (const group of ['A.5', 'A.6', 'A.7', 'A.8']) {
      const states = new Set(
        annex()
          .filter((each) => each.requirement.id.startsWith(`${group}.`))
          .map(stateOf),
      );
      expect(states.size).toBeGreaterThanOrEqual(3);
      expect(states).toContain('proved');
    }
    expect(
      new Set(known.posture.frameworks.flatMap(({ requirements }) => requirements.map(stateOf))),
    ).toEqual(
      new Set([
        'proved',
        'failing',
        'stale',
        'unknown',
        'pending_review',
        'outside_window',
        'not_in_place',
        'not_started',
        'not_applicable',
        'undecided',
      ]),
    );
  });

  it('was less proved the further one looks back', async () => {
    const before = await Promise.all([30, 60, 90, 200].map((days) => knownAt(daysBefore(days))));
    const proved = [known, ...before].map(({ posture }) => posture.frameworks[0]?.proved.numerator ?? 0);
    expect(proved).toEqual(proved.toSorted((a, b) => b - a));
    expect((proved[0] ?? 0) - (proved[3] ?? 0)).toBeGreaterThan(40);
    expect(before[3]?.settings.frameworks).toEqual(['iso27001:2022']);
  });

  it('keeps every title short and says nothing twice', () => {
    expect(evidence.filter(({ title }) => title.length > 70).map(({ title }) => title)).toEqual([]);
    const titles = evidence.map(({ title }) => title);
    expect(titles.filter((title, i) => titles.indexOf(title) !== i)).toEqual([]);
  });

  it('receives nothing before it happened and nothing in the time to come', () => {
    for (const { times, artefact } of evidence) {
      // A later version was made after the record first came in.
      if (artefact.revision > 1) continue;
      expect(times.receivedAt >= `${times.performedAt}T00:00`).toBe(true);
      expect(times.receivedAt <= now).toBe(true);
    }
  });

  it('gives every control that it has taken up evidence, checks, or one of the holes of the story', () => {
    const linked = new Set(evidence.flatMap(({ controls }) => controls));
    const bare = known.controls
      .map(({ code }) => code)
      .filter((code) => known.states.get(code)?.state === 'adopted' && !linked.has(code));
    expect(bare.toSorted()).toEqual(['C-20', 'C-27', 'C-28', 'C-55', 'C-74', 'C-75', 'C-99']);
  });
});

describe('its story', () => {
  it('has one late offboarding: nine days against one', () => {
    const late = latest.filter((each) => each.check === 'csv:leaver_access_closed' && each.status === 'fail');
    expect(late.map(({ subject }) => subject)).toEqual(['Petra Ansel']);
    expect(proofOf('C-30')).toEqual(['failing', 'failing']);
    for (const id of ['CC6.2', 'CC6.3']) expect(heldBy(id)).toContain('C-30');
  });

  it('has a sample of the leavers that finds it, tested whole', async () => {
    const answer = await send(house, 'GET', '/v1/orgs/harbourline/samples/S-1', { headers: OWNER });
    const { control, draws, sheet, items } = samplesRoutes['samples.read'].returns.parse(await answer.json());
    expect([control, draws, sheet.untested, sheet.deviations]).toEqual(['C-30', 1, 0, 1]);
    expect(items.find(({ result }) => result === 'deviation')?.row).toMatchObject({ key: 'Petra Ansel' });
  });

  it('has policies of its own: one overdue, one that waits, one never touched, one a file, and people missing', async () => {
    const answer = await send(house, 'GET', '/v1/orgs/harbourline/policies', { headers: OWNER });
    const { counts, sentence, data } = policiesRoutes['policies.list'].returns.parse(await answer.json());
    expect(counts).toEqual({
      policies: 13,
      in_force: 11,
      review_due: 1,
      waiting: 2,
      unconfirmed: 4,
      unmodified: 1,
      retired: 0,
    });
    expect(sentence).toContain('11 of 13 policies are in force; 1 is due for review');
    const only = (is: (row: (typeof data)[number]) => boolean) =>
      data.filter((row) => is(row)).map(({ code }) => code);
    expect(only(({ state }) => state === 'review_due')).toEqual(['POL-09']);
    expect(only(({ reviewer }) => reviewer === null)).toEqual(['POL-16']);
    expect(only(({ state, missing }) => state === 'draft' && missing.length === 0)).toEqual(['POL-06']);
    expect(only(({ file }) => file !== null)).toEqual(['POL-101']);
    expect(only(({ in_force }) => in_force === 2)).toEqual(['POL-01', 'POL-02']);
    expect(data.find(({ code }) => code === 'POL-01')?.acknowledged).toMatchObject({
      numerator: 38,
      denominator: 41,
    });
  });

  it('has a register in which two risks are accepted, one acceptance has ended and one was never assessed', async () => {
    const answer = await send(house, 'GET', '/v1/orgs/harbourline/risks?limit=200', { headers: OWNER });
    const { data } = risksRoutes['risks.list'].returns.parse(await answer.json());
    const by = (state: string) => data.filter((risk) => risk.state === state).map(({ code }) => code);
    expect(by('accepted')).toEqual(['R-5', 'R-11']);
    expect(by('open')).toEqual(['R-7', 'R-15']);
    expect(by('treated')).toEqual(['R-1', 'R-2', 'R-4', 'R-6', 'R-9', 'R-12']);
    expect(by('acceptable')).toEqual(['R-3', 'R-8', 'R-13']);
    expect(by('unassessed')).toEqual(['R-14']);
    expect(by('closed')).toEqual(['R-10']);
    expect(data.flatMap(({ code, lints }) => lints.map((lint) => [code, lint.code]))).toEqual([
      ['R-3', 'risk.review_overdue'],
      ['R-7', 'risk.acceptance_expired'],
      ['R-7', 'risk.retained_unaccepted'],
      ['R-8', 'risk.older_method'],
      ['R-9', 'risk.treatment_overdue'],
      ['R-14', 'risk.unassessed'],
      ['R-15', 'risk.untreated'],
      ['R-15', 'risk.no_owner'],
    ]);
  });

  it('has a stale penetration test', () => {
    expect(proofOf('C-65')).toEqual(['stale', 'outside_window']);
    expect(titled('Penetration test, summary letter').times.performedAt).toBe(
      addDays(dateOfInstant(now), -430),
    );
  });

  it('waits for proof of the ticket system, which came into both scopes on days of their own', () => {
    expect(proofOf('C-69')).toEqual(['unknown', 'unknown']);
    const waits = known.posture.frameworks.map(({ scope: stands }) =>
      stands?.systems
        .filter((each) => each.waits.length > 0)
        .map(({ system, since, waits: own }) => [system, since, own]),
    );
    const today = dateOfInstant(now);
    expect(waits).toEqual([
      [['Ticket system', addDays(today, -1), ['C-69']]],
      [['Ticket system', addDays(today, -41), ['C-69']]],
    ]);
    expect(known.posture.unmatched).toEqual([]);
  });

  it('has an access review that ISO takes and SOC 2 does not', () => {
    expect(proofOf('C-43')).toEqual(['proved', 'outside_window']);
  });

  it('leaves out two controls of Annex A with a reason, and six undecided, one of them marked without a reason', () => {
    const excluded = annex().filter((each) => stateOf(each) === 'not_applicable');
    expect(excluded.map((each) => each.requirement.id)).toEqual(['A.7.12', 'A.8.30']);
    expect(excluded.every((each) => each.decision?.applies === false && each.decision.why.length > 40)).toBe(
      true,
    );
    const open = annex().filter((each) => stateOf(each) === 'undecided');
    expect(open.map((each) => each.requirement.id)).toEqual([
      'A.5.6',
      'A.7.4',
      'A.8.11',
      'A.8.12',
      'A.8.23',
      'A.8.33',
    ]);
  });

  it('has failing findings of a bucket and of a key', () => {
    expect(failing()).toContain('prowler:s3_bucket_public_access arn:aws:s3:::harbourline-prod-assets');
    expect(failing()).toContain(
      'prowler:iam_rotate_access_key_90_days arn:aws:iam::410293847561:user/legacy-import',
    );
    for (const code of ['C-39', 'C-48', 'C-53', 'C-54'])
      expect(proofOf(code)).toEqual(['failing', 'failing']);
  });

  it('keeps a muted finding failing', () => {
    expect(
      failing().filter((each) => each.startsWith('prowler:vpc_subnet_no_public_ip_by_default')),
    ).toHaveLength(3);
  });

  it('has checks that wait for a mapping, of Security Hub, Prowler and its own scripts', async () => {
    const tallies = await house.deps.db.inOrganisation(scope.org, (tx) => tallyChecks(tx, scope));
    const unmapped = tallies
      .map(({ check }) => check)
      .filter((check) => controlsOfCheck(check, known.overrides, house.deps.catalogue).length === 0);
    expect(unmapped).toContain('osquery-report:os-current');
    expect(unmapped).toContain('securityhub:S3.8');
    expect(unmapped).toContain('prowler:harbourline_owner_tag_present');
    expect(unmapped.length).toBeGreaterThan(20);
  });

  it('has evidence that waits for review, and a screenshot that was rejected with the reason', () => {
    expect(evidence.filter(({ review }) => review.state === 'pending').length).toBeGreaterThanOrEqual(6);
    expect(proofOf('C-101')).toEqual(['pending_review', 'pending_review']);
    const picture = evidence.find(({ kind }) => kind === 'screenshot');
    expect(picture?.review).toMatchObject({ state: 'rejected', by: 'Ines Okafor' });
    expect(picture?.artefact.mediaType).toBe('image/png');
  });

  it('failed a restore test before it passed one', async () => {
    expect(proofOf('C-91')).toEqual(['proved', 'proved']);
    const then = await knownAt(daysBefore(80));
    expect(then.posture.controls.get('C-91')?.iso.state).toBe('failing');
  });

  it('has readers that say unknown, and none of it is a pass', () => {
    const unknown = latest.filter(({ status }) => status === 'unknown').map(({ check }) => check);
    expect(unknown).toContain('gitleaks:run');
    expect(unknown).toContain('intoto:https://slsa.dev/provenance/v1');
    expect(unknown).toContain('junit:access.sessions');
    for (const code of ['C-45', 'C-82']) expect(proofOf(code)).toEqual(['unknown', 'unknown']);
  });

  it('has one import refused, one taken back, one not committed, and never half a file', async () => {
    const answer = await send(house, 'GET', '/v1/orgs/harbourline/imports?limit=200', { headers: OWNER });
    const text = await answer.text();
    const states = [...text.matchAll(/"state":"(refused|undone|pending|committed)"/g)].map(
      ([, state]) => state,
    );
    const counted = (state: string): number => states.filter((each) => each === state).length;
    expect(['refused', 'undone', 'pending'].map(counted)).toEqual([1, 1, 1]);
    expect(counted('committed')).toBeGreaterThan(50);
  });

  it('has a device report that fell silent', () => {
    expect(proofOf('C-57')).toEqual(['stale', 'stale']);
  });
});

function knownAt(at?: Instant): Promise<Knowledge> {
  const { deps } = house;
  return deps.db.inOrganisation(scope.org, (tx) =>
    knowledge(tx, scope, { catalogue: deps.catalogue, now, at }),
  );
}

function daysBefore(days: number): Instant {
  return instantOfMillis(millisOfInstant(now) - days * DAY);
}

function proofOf(code: string): readonly (string | undefined)[] {
  const proof = known.posture.controls.get(code);
  return [proof?.iso.state, proof?.soc2.state];
}

function annex(): readonly RequirementPosture[] {
  return known.posture.frameworks
    .flatMap(({ requirements }) => requirements)
    .filter((each) => each.requirement.id.startsWith('A.') && each.requirement.kind === 'control');
}

function heldBy(id: string): readonly string[] {
  const found = known.posture.frameworks
    .flatMap(({ requirements }) => requirements)
    .find((each) => each.requirement.id === id);
  return found?.heldBy ?? [];
}

function stateOf(each: RequirementPosture): string {
  return each.state;
}

function failing(): readonly string[] {
  return latest.filter(({ status }) => status === 'fail').map(({ check, subject }) => `${check} ${subject}`);
}

function titled(title: string): EvidenceRecord {
  const found = evidence.find((each) => each.title === title);
  if (!found) throw new Error(`no evidence is called ${title}`);
  return found;
}
