// Risk in money as people use it: an estimate is tried beside the curve, refused where it makes no sense, recorded; the
// table says what the API says.
import assert from 'node:assert/strict';
import type { Case } from '../case.ts';
import { fieldOf } from '../server.ts';
import { inBrowser, type Visit } from '../visit.ts';

const ORG = '/o/harbourline';
const API = '/v1/orgs/harbourline';
/** Loss, before, its band, after, its band, tolerated, standing. */
const COLUMNS = 7;
const REVERSED = 'The low end of the interval, 400,000, has to be below its high end, 40,000.';

export function lossCases(executable: string | undefined): readonly Case[] {
  const skip = executable === undefined ? 'no Chromium' : undefined;
  return [
    {
      name: 'an estimate moves the curve of losses, one that is reversed is refused, and the table says what the API says',
      skip,
      run: () => inBrowser(executable, estimating),
    },
  ];
}

async function estimating(visit: Visit): Promise<void> {
  const { page, served } = visit;
  await page.goto(`${served.origin}${ORG}/risks/losses`);
  await page.getByText(/^9 of \d+ open risks are estimated: /).waitFor();
  const curve = page.locator('.losses-plot path.after:not(.band)');
  const together = page.getByRole('row', { name: /^All together/ });
  await page.getByRole('button', { name: 'estimate R-8' }).click();
  const form = page.getByRole('form', { name: 'Estimate of R-8' });
  await form.getByLabel('Probability, 0 to 1').fill('0.4');
  await form.getByLabel('Low end').fill('400000');
  await form.getByLabel('High end').fill('40000');
  await form
    .getByLabel('Where the figures come from')
    .fill('High water reached the quay twice in five years');
  assert.equal(await form.getByRole('alert').innerText(), REVERSED);
  const record = form.getByRole('button', { name: 'Record the estimate' });
  assert.equal(await record.isDisabled(), true, 'what makes no sense is not recorded');
  const [before, sum] = [await curve.getAttribute('d'), await together.innerText()];
  await refused(visit);
  await form.getByLabel('Low end').fill('40000');
  await form.getByLabel('High end').fill('400000');
  await page.getByText(/^10 of \d+ open risks are estimated: /).waitFor();
  assert.notEqual(await curve.getAttribute('d'), before, 'the curve shows what it would become');
  const tried = await together.innerText();
  assert.notEqual(tried, sum);
  assert.equal(await estimated(visit), 0, 'nothing is recorded before it is said');
  await record.click();
  await page.getByText('R-8 is estimated.').waitFor();
  assert.equal(await estimated(visit), 1);
  assert.equal(await together.innerText(), tried, 'and it is what was shown');
  await sameAsApi(visit);
}

async function refused({ served }: Visit): Promise<void> {
  const inherent = {
    frequency: { kind: 'bernoulli', probability: 0.4 },
    loss: { kind: 'lognormal', low: 400_000, high: 40_000 },
    justification: 'High water',
  };
  const at = `${API}/risks/R-8/loss-estimate`;
  const answer = await served.ask('PUT', at, { inherent }, { 'if-match': '"0"' });
  assert.deepEqual(
    [answer.status, fieldOf(answer.body, 'code'), fieldOf(answer.body, 'detail')],
    [422, 'losses.refused', REVERSED],
  );
}

async function estimated({ served }: Visit): Promise<unknown> {
  const { body } = await served.ask('GET', `${API}/losses`);
  return listOf(fieldOf(body, 'risks'))
    .filter((risk) => fieldOf(risk, 'code') === 'R-8')
    .map((risk) => fieldOf(risk, 'revision'))[0];
}

async function sameAsApi({ page, served }: Visit): Promise<void> {
  await page.goto(`${served.origin}${ORG}/risks/losses?as=table&seed=2026`);
  const table = page.getByRole('table', { name: 'In which share of years a loss is reached' });
  await table.waitFor();
  const { body } = await served.ask('GET', `${API}/loss-simulation?seed=2026`);
  const wanted = listOf(fieldOf(body, 'curve')).map((point) => [
    String(fieldOf(point, 'loss')),
    percent(fieldOf(point, 'inherent', 'share')),
    percent(fieldOf(point, 'residual', 'share')),
    percent(fieldOf(point, 'tolerated')),
    fieldOf(point, 'beyond') === true ? 'Beyond' : 'Within',
  ]);
  const cells = (await table.locator('tbody td').allInnerTexts()).map((text) => text.trim());
  const shown = wanted.map((_, row) => {
    const [loss = '', before, , after, , tolerated, standing] = cells.slice(
      row * COLUMNS,
      (row + 1) * COLUMNS,
    );
    return [loss.replaceAll(',', ''), before, after, tolerated, standing];
  });
  assert.equal(cells.length, wanted.length * COLUMNS);
  assert.deepEqual(shown, wanted);
  assert.ok(wanted.length > 20);
  await page.getByText(String(fieldOf(body, 'sentence'))).waitFor();
}

function percent(share: unknown): string {
  return `${Number((Number(share) * 100).toPrecision(3))} %`;
}

function listOf(value: unknown): readonly unknown[] {
  assert.ok(Array.isArray(value));
  return value;
}
