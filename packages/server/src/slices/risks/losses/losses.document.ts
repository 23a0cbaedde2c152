// What is printed of losses: what a year could cost, risk by risk, whether that is tolerated, and what was said of it.
import { lossCaseOf } from '@assay/contract';
import {
  amountText,
  bandText,
  dateOfInstant,
  err,
  estimateText,
  lossSentence,
  ok,
  percentText,
  type DocumentBlock,
  type LossAnswer,
} from '@assay/core';
import { findOrganisation } from '../../access/access.module.ts';
import type { DocumentKind } from '../../documents/documents.module.ts';
import { presentLosses } from './losses.presenter.ts';
import { readLosses } from './losses.readmodel.ts';
import { simulateApart } from './simulate.ts';

/** A report is made again from these: it names them. */
const RUN = { seed: '1', years: 100_000 };

type Said = ReturnType<typeof presentLosses>;

export const lossesDocuments: readonly DocumentKind[] = [
  {
    name: 'loss-report',
    title: 'Losses',
    about:
      'What a year could cost before and after treatment, whether that is tolerated, and what controls are worth.',
    make: async ({ tx, scope, now }) => {
      const organisation = (await findOrganisation(tx, scope))?.settings.name ?? scope.slug;
      const said = presentLosses(await readLosses(tx, scope));
      return ok(async (cancel) => {
        const answer = await simulateApart(lossCaseOf(said, RUN), { cancel });
        if (!answer)
          return err({ code: 'losses.too_long', detail: 'The simulation of so many risks takes too long.' });
        return ok({
          title: 'Losses',
          organisation,
          classification: 'Confidential',
          standing: { state: 'as_of', day: dateOfInstant(now) },
          made: now,
          blocks: [...figures(said, answer), ...estimates(said)],
        });
      });
    },
  },
];

function figures(said: Said, answer: LossAnswer): readonly DocumentBlock[] {
  const { currency } = said;
  return [
    { kind: 'paragraph', text: lossSentence(answer, { open: said.risks.length, currency }) },
    {
      kind: 'note',
      text: `${amountText(answer.years)} simulated years, seed ${answer.seed}: the same estimates and the same seed give the same figures. Risks are taken to be independent of each other. Amounts are whole ${currency}, three figures at most.`,
    },
    { kind: 'heading', level: 1, text: 'Risk by risk' },
    {
      kind: 'table',
      caption:
        'Mean: annual loss expectancy. P95: not exceeded in 95 years of 100. Worst 1 %: expected shortfall. After treatment but for the first.',
      header: ['Risk', 'Mean before', 'Mean', 'P90', 'P95', 'P99', 'Worst 1 %'],
      widths: [4, 1.2, 1.2, 1.2, 1.2, 1.3, 1.3],
      rows: [...answer.scenarios, { ...answer.portfolio, id: 'All', name: 'together' }].map((line) => [
        `${line.id} ${line.name}`,
        estimateText(line.inherent.mean),
        ...(['mean', 'p90', 'p95', 'p99', 'shortfall'] as const).map((key) =>
          estimateText(line.residual[key]),
        ),
      ]),
    },
    { kind: 'heading', level: 1, text: 'How often a loss is reached' },
    {
      kind: 'table',
      caption: 'Share of years with at least this loss, and the band in which it lies with 90 % confidence.',
      header: ['Loss or more', 'Before', 'Band', 'After', 'Band', 'Tolerated', 'Standing'],
      widths: [1.4, 1, 1.9, 1, 1.9, 1, 1],
      rows: answer.curve.map(({ loss, inherent, residual, tolerated, beyond }) => [
        amountText(loss),
        percentText(inherent.share),
        bandText(inherent),
        percentText(residual.share),
        bandText(residual),
        tolerated === null ? '' : percentText(tolerated),
        tolerated === null ? '' : beyond ? 'beyond' : 'within',
      ]),
    },
    { kind: 'heading', level: 1, text: 'What treatments are worth' },
    {
      kind: 'table',
      caption: 'Of an average year. Cost and net stand where each control of the treatment has a cost.',
      header: ['Risk', 'Avoided', 'Cost', 'Net'],
      widths: [5, 1.2, 1.2, 1.2],
      rows: answer.scenarios.flatMap(({ id, name, value }) =>
        value ? [[`${id} ${name}`, ...[value.avoided, value.cost, value.net].map(known)]] : [],
      ),
    },
  ];
}

function estimates({ risks, tolerance, currency }: Said): readonly DocumentBlock[] {
  const { line } = tolerance;
  const halves = risks.flatMap((risk) =>
    (['inherent', 'residual'] as const).flatMap((of) => {
      const half = risk[of];
      return half
        ? [[risk.code, of === 'inherent' ? 'before' : 'after', half.justification, half.on, half.by]]
        : [];
    }),
  );
  const missing = risks.filter(({ inherent }) => inherent === null);
  return [
    { kind: 'heading', level: 1, text: 'What was said' },
    {
      kind: 'paragraph',
      text: line
        ? `Tolerated: ${currency} ${amountText(line.often.loss)} or more in at most ${percentText(line.often.share)} of years, ${amountText(line.rare.loss)} or more in at most ${percentText(line.rare.share)}. ${tolerance.justification}`
        : 'Nothing is said of what is tolerated.',
    },
    {
      kind: 'table',
      caption: '',
      header: ['Risk', 'Treatment', 'Where the figures come from', 'On', 'By'],
      widths: [0.8, 1, 5, 1.3, 1.8],
      rows: halves,
    },
    ...(missing.length === 0
      ? []
      : [
          {
            kind: 'paragraph' as const,
            text: `Not estimated, and so in no figure: ${missing.map(({ code, title }) => `${code} ${title}`).join('; ')}.`,
          },
        ]),
  ];
}

function known(amount: number | null): string {
  return amount === null ? '' : estimateText(amount);
}
