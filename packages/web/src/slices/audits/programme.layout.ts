// Where everything of the programme's picture stands: a row for each clause and theme, a block of cells for each year.
// Pure.
import { idOf, SECTION_NAMES, type Covered, type Programme } from './audits.ts';

export interface Cell {
  /** Requirement and year, which name a cell. */
  readonly key: string;
  readonly requirement: string;
  readonly year: number;
  readonly state: Covered['years'][number]['state'];
  readonly says: string;
  /** First audit of the year that has it, where the cell leads. */
  readonly audit: string | undefined;
  readonly x: number;
  readonly y: number;
}

export interface Text {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly className: 'title' | 'label' | 'label-id' | 'count';
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** Side of a cell. */
  readonly size: number;
  readonly cells: readonly Cell[];
  readonly texts: readonly Text[];
  /** Heights of the hairlines between rows. */
  readonly rules: readonly number[];
}

interface Measure {
  readonly width: number;
  /** Where the first year begins. */
  readonly left: number;
  /** From one year to the next. */
  readonly year: number;
  readonly step: number;
  readonly size: number;
  readonly perRow: number;
  readonly gap: number;
  readonly names: boolean;
}

const WIDE: Measure = {
  width: 1000,
  left: 150,
  year: 256,
  step: 16,
  size: 12,
  perRow: 15,
  gap: 11,
  names: true,
};
const NARROW: Measure = {
  width: 348,
  left: 42,
  year: 105,
  step: 12,
  size: 10,
  perRow: 8,
  gap: 10,
  names: false,
};
const HEAD = 46;

type Drawn = Pick<Programme, 'requirements' | 'years'>;

export function programmeDrawing({ requirements, years }: Drawn, narrow: boolean): Drawing {
  const to = narrow ? NARROW : WIDE;
  const cells: Cell[] = [];
  const texts: Text[] = years.flatMap((each, i) => head(each, to.left + i * to.year, to));
  const rules: number[] = [];
  let y = HEAD;
  for (const [section, members] of Map.groupBy(requirements, (each) => each.section)) {
    rules.push(y - to.gap / 2 - 1);
    texts.push({ text: section, x: 0, y: y + to.size - 1, className: 'label-id' });
    if (to.names) {
      texts.push({ text: SECTION_NAMES[section] ?? '', x: 38, y: y + to.size - 1, className: 'label' });
      texts.push({ text: countOf(members), x: to.width, y: y + to.size - 1, className: 'count' });
    }
    cells.push(...members.flatMap((each, i) => cellsOf(each, { i, y, to })));
    y += Math.ceil(members.length / to.perRow) * to.step + to.gap;
  }
  return { width: to.width, height: y, size: to.size, cells, texts, rules };
}

function head(year: Drawn['years'][number], x: number, { names }: Measure): readonly Text[] {
  const span = names ? `${year.from} to ${year.to}` : `to ${year.to}`;
  return [
    { text: `Year ${year.year}`, x, y: 14, className: 'title' },
    { text: span, x, y: 31, className: 'label' },
  ];
}

function cellsOf(
  each: Covered,
  { i, y, to }: { readonly i: number; readonly y: number; readonly to: Measure },
): readonly Cell[] {
  return each.years.map(({ state, audits, findings }, year) => ({
    key: `${each.requirement} ${year + 1}`,
    requirement: each.requirement,
    year: year + 1,
    state,
    says: saysOf(each, { state, audits, findings, year: year + 1 }),
    audit: audits[0],
    x: to.left + year * to.year + (i % to.perRow) * to.step,
    y: y + Math.floor(i / to.perRow) * to.step,
  }));
}

const WORDS: Readonly<Record<Cell['state'], string>> = {
  finding: 'audited, with a finding,',
  audited: 'audited',
  planned: 'planned',
  left_out: 'left out',
  none: 'in no audit',
};

function saysOf(
  { requirement, title }: Covered,
  { state, audits, findings, year }: Covered['years'][number] & { readonly year: number },
): string {
  const where = audits.length === 0 ? '' : ` in ${audits.join(' and ')}`;
  const found = findings.length === 0 ? '' : `: ${findings.join(', ')}`;
  return `${idOf(requirement)} ${title}, year ${year}: ${WORDS[state]}${where}${found}.`;
}

function countOf(members: readonly Covered[]): string {
  return `${members.filter(({ state }) => state === 'audited').length} / ${members.length} audited`;
}
