// The page about figures, measures and anchors: written from the tables that the cost is computed from.
import { amountText } from '../../kernel/index.ts';
import { pageSection } from '../../documents/index.ts';
import { CREDENTIALS } from '../../plan/index.ts';
import { ANCHOR_CURRENCY } from '../currency.ts';
import { ANCHOR_LABEL, PUBLISHED_RANGES } from './anchors.ts';
import { FIGURE_UNITS, isByPeople, type FigureRow, type FigureUnit, type FigureValue } from './figure.ts';
import { DERIVED_FIGURES, FIGURES } from './figures/index.ts';
import { FALSE_ECONOMIES, MEASURES } from './measures.ts';
import { numberText, valueText } from './words.ts';

export function figuresPage(): string {
  return `${[INTRODUCTION, given(), derived(), published(), measures(), economies()].join('\n\n')}\n`;
}

const INTRODUCTION = `# Figures behind a cost

What the advice reckons with until you say better: each figure can be replaced by your own value, with who says so and why.
Money is in US dollars here and is turned into your currency by the rate that you enter. A range is drawn beta-PERT from its
least, most likely and most; the same figure is drawn once in each run, wherever it is used. What grows with people lies
between its values at 10 and at 1,000 of them, in even steps on a logarithmic scale:
\`low × (high ÷ low) ^ (log10(people ÷ 10) ÷ 2)\`. The cases in vectors/cost hold the sums.`;

function given(): string {
  const rows = Object.entries<FigureRow>(FIGURES).map(([key, { label, unit, value, source, assumption }]) => [
    `\`${key}\``,
    label,
    rowText(value, unit),
    assumption ? 'assumption' : source,
  ]);
  return pageSection('Figures that are put in', ['Key', 'Figure', 'Value', 'Source'], rows);
}

function derived(): string {
  const rows = Object.entries(DERIVED_FIGURES).map(([key, { label, rule, source, assumption }]) => [
    `\`${key}\``,
    label,
    rule,
    assumption ? `${source} (assumption)` : source,
  ]);
  return pageSection('Figures that are computed', ['Key', 'Figure', 'Rule', 'Source'], rows);
}

function published(): string {
  const rows = CREDENTIALS.map((credential) => {
    const { money, months, open } = PUBLISHED_RANGES[credential];
    return [
      NAMES[credential],
      `${ANCHOR_CURRENCY} ${amountText(money.low)} to ${amountText(money.high)}${open ? ' and more' : ''}`,
      `${months.low} to ${months.high}`,
    ];
  });
  return `${pageSection('Published ranges', ['Credential', 'Money', 'Months'], rows)}

They are ${ANCHOR_LABEL} (Atlant Security, soc2auditors.org, 2026), and stand beside what is computed.`;
}

const NAMES = { iso27001: 'ISO/IEC 27001', soc2_type1: 'SOC 2 Type I', soc2_type2: 'SOC 2 Type II' } as const;

function measures(): string {
  const rows = MEASURES.map(({ title, risk, riskIs, atTheAudit, source }) => [
    title,
    `${risk} of 5. ${riskIs}`,
    atTheAudit,
    source,
  ]);
  return `${pageSection('Where a budget can be cut', ['Measure', 'Risk', 'At the audit', 'Source'], rows)}

Under a ceiling the measure with the most saving for each step of its risk is taken first, and everything is reckoned anew.`;
}

function economies(): string {
  const rows = FALSE_ECONOMIES.map(({ title, atTheAudit, source }) => [title, atTheAudit, source]);
  return pageSection(
    'Where cutting costs more than it saves',
    ['Not proposed', 'At the audit', 'Source'],
    rows,
  );
}

function rowText(value: FigureValue, unit: FigureUnit): string {
  if (!isByPeople(value)) return valueText(value, unit);
  const per = FIGURE_UNITS[unit].per;
  return `${numberText(value.at10)} to ${numberText(value.at1000)}${per === '' ? '' : ` ${per}`}, by people`;
}
