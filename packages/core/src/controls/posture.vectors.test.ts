// The vectors of posture, run: verdicts, checks, controls, requirements, next steps.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isoVerdict, outsideExamination, soc2Verdict } from '../evidence/index.ts';
import { checkVerdict, checkProof, latestAt } from '../monitoring/index.ts';
import { nextSteps } from './nextsteps.ts';
import { posture } from './posture.ts';
import { postureSentence } from './sentence.ts';
import type { Stage } from './stages.ts';
import { casesIn, Fields } from '../kernel/testing/fields.ts';
import { date, examination, instant, observation, ref, situation, times } from './testing/situation.ts';

function cases(file: string): readonly (readonly [string, Fields])[] {
  const url = new URL(`../../../../vectors/posture/${file}`, import.meta.url);
  return casesIn(readFileSync(url, 'utf8')).map((each) => [each.text('title'), each]);
}

describe('a verdict', () => {
  test.each(cases('verdicts.json'))('%s', (_title, given) => {
    const evidence = given.object('evidence');
    const judged = {
      times: times(evidence),
      review: evidence.one('review', ['accepted', 'pending', 'rejected']),
      ...(evidence.has('freshness_days') ? { freshnessDays: evidence.number('freshness_days') } : {}),
    };
    const at = {
      today: date(given.text('today')),
      freshnessDays: given.number('freshness_days'),
      examination: examination(given.object('examination')),
    };
    const outside = outsideExamination(judged.times, at.examination);
    expect({
      iso: isoVerdict(judged, at),
      soc2: soc2Verdict(judged, at),
      outside_every_window: outside,
    }).toEqual(given.value('expect'));
  });
});

describe('the checks of a control', () => {
  test.each(cases('checks.json'))('%s', (_title, given) => {
    const at = instant(given.text('at'));
    const latest = latestAt(given.list('observations').map(observation), at);
    const { verdict, counts } = checkProof(
      { freshnessDays: given.number('freshness_days') },
      latest,
      date(at.slice(0, 10)),
    );
    const { pass, fail, error, unknown, notApplicable, stale } = counts;
    expect({ verdict, counts: { pass, fail, error, unknown, not_applicable: notApplicable, stale } }).toEqual(
      given.value('expect'),
    );
    expect(checkVerdict(counts)).toBe(verdict);
  });
});

describe('a control', () => {
  test.each(cases('controls.json'))('%s', (_title, given) => {
    const { controls } = posture(situation(given));
    const states = [...controls].map(([code, { iso, soc2 }]) => [code, { iso: iso.state, soc2: soc2.state }]);
    expect(Object.fromEntries(states)).toEqual(given.object('expect').value('controls'));
  });
});

describe('a requirement', () => {
  test.each(cases('requirements.json'))('%s', (_title, given) => {
    const found = posture(situation(given));
    const all = new Map(
      found.frameworks
        .flatMap((framework) => framework.requirements)
        .map((each) => [each.requirement.ref, each]),
    );
    const wanted = given.object('expect');
    const states = wanted
      .object('requirements')
      .keys()
      .map((key) => [key, all.get(ref(key))?.state]);
    expect(Object.fromEntries(states)).toEqual(wanted.value('requirements'));
    for (const key of wanted.object('held_by').keys())
      expect({ [key]: all.get(ref(key))?.heldBy }).toEqual({ [key]: wanted.object('held_by').value(key) });
    for (const framework of found.frameworks) {
      const { id } = framework.framework;
      const numbers = wanted.object('frameworks');
      const three = {
        decided: plain(framework.decided),
        in_place: plain(framework.inPlace),
        proved: plain(framework.proved),
      };
      if (numbers.has(id)) expect({ [id]: three }).toEqual({ [id]: numbers.value(id) });
      const sentence = wanted.object('sentences').maybe(id);
      if (sentence !== undefined) expect(postureSentence(framework)).toBe(sentence);
    }
  });
});

describe('the next steps', () => {
  test.each(cases('nextsteps.json'))('%s', (_title, given) => {
    const input = situation(given);
    const wanted = given.object('expect').list('steps');
    const steps = nextSteps(posture(input), input.controls, input.states).map(
      ({ kind, target, moves, helps }) => ({ kind, target, moves, helps }),
    );
    expect(steps).toEqual(
      wanted.map((each) => ({
        kind: each.text('kind'),
        target: each.text('target'),
        moves: each.value('moves'),
        helps: each.value('helps'),
      })),
    );
    const efforts = nextSteps(posture(input), input.controls, input.states).map((step) => step.effortDays);
    for (const [i, each] of wanted.entries())
      if (each.has('effort_days')) expect(efforts[i]).toBeCloseTo(each.number('effort_days'), 9);
  });
});

function plain({ numerator, denominator, excluded }: Stage) {
  return { numerator, denominator, excluded };
}
