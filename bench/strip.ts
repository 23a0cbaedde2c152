// The heat strip at 200 controls and 365 days in a real browser: what a frame takes while it scrolls, while the
// keyboard walks it and while a pointer crosses it, beside the frames of the same page at rest.
import { chromium, type Page } from 'playwright-core';
import { chromiumPath } from '../e2e/browser.ts';
import { fieldOf, serve, stop, temporary, type Served } from '../e2e/server.ts';
import { join } from 'node:path';
import { ms } from './measure.ts';
import type { Figure } from './figure.ts';

const ORG = '/v1/orgs/harbourline';
const [CONTROLS, DAYS, STEPS] = [200, 365, 120];
const DAY_MS = 86_400_000;
/** A frame of a screen of 60 hertz, with a tenth for the clock. */
const FRAME = 1000 / 60 + 1.7;

export async function stripBench(): Promise<readonly Figure[]> {
  const executablePath = chromiumPath();
  if (executablePath === undefined) return [];
  const place = temporary();
  const served = await serve(join(place.path, 'data'), { demo: true });
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const window = await yearOf(served);
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(served.login);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.goto(`${served.origin}/o/harbourline/windows/${window}`);
    const grid = page.getByRole('grid');
    await grid.locator('.strip-row').first().waitFor();
    const rows = Number(await grid.getAttribute('aria-rowcount')) - 1;
    const columns = Number(await grid.getAttribute('aria-colcount')) - 4;
    if (rows < CONTROLS) throw new Error(`the strip has ${rows} rows`);
    const rest = await framesWhile(page, () => page.waitForTimeout(1500));
    await grid.hover();
    const acts: readonly (readonly [string, () => Promise<void>])[] = [
      ['scroll', () => steps((at) => page.mouse.wheel(0, at < STEPS / 2 ? 60 : -60))],
      ['keys', () => steps((at) => grid.press(at % 3 === 2 ? 'ArrowDown' : 'ArrowRight'))],
      ['pointer', () => steps((at) => page.mouse.move(500 + 4 * at, 480 + (at % 40)))],
    ];
    const figures: Figure[] = [];
    for (const [name, act] of acts)
      figures.push(figureOf(`strip ${rows} x ${columns}, ${name}`, await framesWhile(page, act), rest));
    return figures;
  } finally {
    await browser.close();
    await stop(served);
    place.remove();
  }
}

/** Controls of the company's own until there are 200, and a saved window of a year that is mostly past. */
async function yearOf(served: Served): Promise<string> {
  const today = Date.now();
  const day = (at: number): string => new Date(at).toISOString().slice(0, 10);
  const from = today - 300 * DAY_MS;
  const body = { name: 'A year', kind: 'plan', from: day(from), until: day(from + DAYS * DAY_MS) };
  const made = await served.ask('POST', `${ORG}/windows`, body);
  if (made.status !== 201) throw new Error(`the window was refused: ${JSON.stringify(made.body)}`);
  const id = String(fieldOf(made.body, 'id'));
  const answer = await served.ask('GET', `${ORG}/windows/${id}`);
  const held = fieldOf(answer.body, 'controls');
  for (let n = Array.isArray(held) ? held.length : 0; n < CONTROLS; n += 1) await addControl(served, n);
  return id;
}

async function addControl(served: Served, n: number): Promise<void> {
  const made = await served.ask('POST', `${ORG}/controls`, {
    domain: 'Bench',
    name: `Control of the bench ${n}`,
    objective: 'Fills the strip so that it can be measured with many rows.',
    activity: 'It is expected as often as its frequency says, and nothing ever shows that it ran.',
    owner_role: 'security_lead',
    kind: n % 3 === 0 ? 'automated' : 'manual',
    frequency: n % 3 === 0 ? 'daily' : n % 3 === 1 ? 'weekly' : 'monthly',
    freshness_days: 90,
    effort_days: 1,
    evidence_wanted: { ask: '', good: '', bad: '' },
  });
  if (made.status !== 201) throw new Error(`a control was refused: ${JSON.stringify(made.body)}`);
  const code = String(fieldOf(made.body, 'code'));
  await served.ask('PUT', `${ORG}/controls/${code}/mappings`, {
    to: 'soc2:2017/CC7.1',
    relation: 'intersects',
    strength: 'supporting',
    rationale: 'A control of the bench answers something, so that the window asks for it.',
  });
  await served.ask('PUT', `${ORG}/controls/${code}/state`, {
    state: 'adopted',
    implementation: 'implemented',
  });
}

async function steps(act: (at: number) => Promise<void>): Promise<void> {
  for (let at = 0; at < STEPS; at += 1) await act(at);
}

/** Milliseconds between the frames that the page draws while something is done. */
async function framesWhile(page: Page, act: () => Promise<void>): Promise<readonly number[]> {
  await page.evaluate(
    'globalThis.frames_ = []; globalThis.on_ = true; (function tick(last) { requestAnimationFrame((now) => { frames_.push(now - last); if (on_) tick(now); }); })(performance.now())',
  );
  await act();
  const told: unknown = await page.evaluate('globalThis.on_ = false; frames_.slice(1)');
  return Array.isArray(told) ? told.map(Number) : [];
}

function figureOf(name: string, frames: readonly number[], rest: readonly number[]): Figure {
  const median = quantile(frames, 0.5);
  const kept = frames.filter((frame) => frame <= FRAME).length / Math.max(1, frames.length);
  const atRest = rest.filter((frame) => frame <= FRAME).length / Math.max(1, rest.length);
  return {
    name,
    value: `${ms(median)}, p95 ${ms(quantile(frames, 0.95))}`,
    limit: `at rest ${ms(quantile(rest, 0.5))}, p95 ${ms(quantile(rest, 0.95))}`,
    ratio: `${Math.round(kept * 100)}/${Math.round(atRest * 100)} %`,
    goal: 'median at 60 frames/s',
    met: median <= FRAME,
  };
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
