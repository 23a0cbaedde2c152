// Risk registers in the layouts that people keep. The company and its risks are invented.
import { csv, workbook, type Row, type Sheet } from './book.ts';
import { RISKS } from './risks.ts';
import type { Made } from './statements.ts';

const LIKELY = ['Rare', 'Unlikely', 'Possible', 'Likely', 'Almost certain'] as const;
const SIZES = ['Very low', 'Low', 'Medium', 'High', 'Very high'] as const;
const ref = (i: number): string => `R-${String(i + 1).padStart(3, '0')}`;
const at = <T>(list: readonly T[], place: number): T | '' => list[place - 1] ?? '';
const day = (iso: string): Date | '' => (iso === '' ? '' : new Date(`${iso}T00:00:00Z`));
const turned = (iso: string, order: readonly number[], sign: string): string =>
  iso === '' ? '' : order.map((part) => iso.split('-')[part] ?? '').join(sign);

export const REGISTERS: readonly Made[] = [
  { name: 'plain.xlsx', make: () => workbook([plain()]) },
  { name: 'words-below-titles.xlsx', libreOffice: true, make: () => workbook([words()]) },
  { name: 'before-and-after.xlsx', libreOffice: true, make: () => workbook([twice()]) },
  { name: 'assets.xlsx', make: () => workbook([assets()]) },
  { name: 'departments.xlsx', make: () => workbook([cover(), departments(), scales()]) },
  { name: 'several-actions.xlsx', libreOffice: true, make: () => workbook([actions()]) },
  { name: 'ten-steps.xlsx', libreOffice: true, make: () => workbook([tenSteps()]) },
  { name: 'german.csv', make: () => csv(german(), { separator: ';', encoding: 'windows-1252' }) },
  { name: 'american.csv', make: () => csv(american(), { separator: ',', encoding: 'utf8' }) },
  { name: 'french.txt', make: () => csv(french(), { separator: '\t', encoding: 'utf-16' }) },
  { name: 'short.csv', make: () => csv(short(), { separator: ',', encoding: 'utf8' }) },
];

function plain(): Sheet {
  const head = [
    'Risk ID',
    'Risk',
    'Risk owner',
    'Likelihood',
    'Impact',
    'Risk score',
    'Treatment',
    'Controls',
    'Due date',
    'Ticket',
  ];
  const rows = RISKS.map((risk, i): Row => [
    ref(i),
    risk.title,
    risk.owner,
    risk.likelihood,
    risk.impact,
    risk.likelihood * risk.impact,
    risk.option,
    risk.controls,
    { value: day(risk.due), format: 'yyyy-mm-dd' },
    i % 3 === 0 ? `SEC-${i}` : '',
  ]);
  return { name: 'Risks', rows: [head, ...rows] };
}

function words(): Sheet {
  const rows = RISKS.map((risk, i): Row => [
    i + 1,
    risk.title,
    at(LIKELY, risk.likelihood),
    at(SIZES, risk.impact),
    risk.owner,
    risk.option,
    turned(risk.due, [2, 1, 0], '/'),
  ]);
  return {
    name: 'Register',
    rows: [
      ['Risk register – Harbour Light Ltd'],
      ['Version', '7', 'Reviewed', 'every quarter'],
      [],
      ['#', 'What may happen (risk)', 'Probability', 'Severity', 'Responsible', 'Response', 'By when'],
      ...rows,
    ],
    merges: ['A1:G1'],
  };
}

/** Likelihood and impact before and after treatment, each below a merged heading. */
function twice(): Sheet {
  const upper = [
    'Ref',
    'Scenario',
    'Inherent risk',
    '',
    '',
    'Residual risk',
    '',
    '',
    'Treatment option',
    'Owner',
  ];
  const lower = ['', '', 'Likelihood', 'Impact', 'Level', 'Likelihood', 'Impact', 'Level', '', ''];
  const rows = RISKS.map((risk, i): Row => [
    ref(i),
    risk.title,
    `${risk.likelihood} - ${at(LIKELY, risk.likelihood)}`,
    `${risk.impact} - ${at(SIZES, risk.impact)}`,
    risk.likelihood * risk.impact,
    Math.max(1, risk.likelihood - 1),
    risk.impact,
    Math.max(1, risk.likelihood - 1) * risk.impact,
    risk.option,
    risk.owner,
  ]);
  return {
    name: 'Sheet1',
    rows: [upper, lower, ...rows],
    merges: ['A1:A2', 'B1:B2', 'C1:E1', 'F1:H1', 'I1:I2', 'J1:J2'],
  };
}

/** No title: a risk is its threat to an asset. */
function assets(): Sheet {
  const head = [
    'Asset',
    'Asset owner',
    'Threat',
    'Vulnerability',
    'C',
    'I',
    'A',
    'Likelihood (1-5)',
    'Impact (1-5)',
    'ISO 27001 controls',
  ];
  const rows = RISKS.map((risk, i): Row => [
    risk.asset,
    risk.owner,
    risk.title,
    risk.weakness,
    i % 2 === 0 ? 'x' : '',
    i % 3 === 0 ? 'x' : '',
    i % 5 === 0 ? 'x' : '',
    risk.likelihood,
    risk.impact,
    risk.controls.replaceAll('A.', ''),
  ]);
  return { name: 'Asset risks', rows: [head, ...rows] };
}

function cover(): Sheet {
  return {
    name: 'Cover',
    rows: [['Risk register'], ['Owner', 'Managing director'], ['Risk appetite', 'low']],
  };
}

/** Names of departments between the rows, and a total below. */
function departments(): Sheet {
  const rows: Row[] = [
    [
      'No',
      'Risk description',
      'Owner',
      'Likelihood',
      'Consequence',
      'Strategy',
      'Action plan',
      'Deadline',
      'Status',
    ],
  ];
  const merges: string[] = [];
  for (const owner of new Set(RISKS.map((risk) => risk.owner))) {
    rows.push([`Department: ${owner}`]);
    merges.push(`A${rows.length}:I${rows.length}`);
    for (const [i, risk] of RISKS.entries())
      if (risk.owner === owner)
        rows.push([
          i + 1,
          risk.title,
          owner,
          risk.likelihood,
          risk.impact,
          risk.option,
          risk.controls === '' ? '' : `Put ${risk.controls} to work`,
          { value: day(risk.due), format: 'dd/mm/yyyy' },
          'open',
        ]);
  }
  rows.push([], [`${RISKS.length} risks in all`]);
  return { name: 'Register 2026', rows, merges };
}

function scales(): Sheet {
  const rows = LIKELY.map((name, i): Row => [i + 1, name, at(SIZES, i + 1)]);
  return { name: 'Scales', rows: [['Step', 'Likelihood', 'Impact'], ...rows] };
}

/** One risk over several rows of actions: its own cells are merged. */
function actions(): Sheet {
  const rows: Row[] = [
    ['ID', 'Risk', 'Risk owner', 'Likelihood', 'Impact', 'Treatment', 'Action', 'Action owner', 'Controls'],
  ];
  const merges: string[] = [];
  for (const [i, risk] of RISKS.entries()) {
    const named = risk.controls === '' ? [''] : risk.controls.split(/[,;] /);
    const top = rows.length + 1;
    for (const [n, control] of named.entries())
      rows.push([
        ...(n === 0
          ? [ref(i), risk.title, risk.owner, risk.likelihood, risk.impact, risk.option]
          : ['', '', '', '', '', '']),
        control === '' ? '' : `Introduce ${control}`,
        risk.owner,
        control,
      ]);
    if (named.length > 1)
      merges.push(...['A', 'B', 'C', 'D', 'E', 'F'].map((c) => `${c}${top}:${c}${rows.length}`));
  }
  return { name: 'Treatment plan', rows, merges };
}

/** A scale of ten, which no method of five steps has a place for. */
function tenSteps(): Sheet {
  const rows = RISKS.map((risk, i): Row => [
    ref(i),
    risk.title,
    risk.owner,
    risk.likelihood * 2,
    risk.impact * 2,
    risk.option,
  ]);
  return {
    name: 'Risks',
    rows: [['Ref', 'Risk title', 'Owner', 'Probability', 'Impact', 'Response'], ...rows],
  };
}

function german(): readonly (readonly string[])[] {
  const steps = ['sehr gering', 'gering', 'mittel', 'hoch', 'sehr hoch'] as const;
  const option = {
    Mitigate: 'vermindern',
    Accept: 'akzeptieren',
    Transfer: 'übertragen',
    Avoid: 'vermeiden',
  } as const;
  return [
    ['Risikoregister, Hafenlicht GmbH, vertraulich'],
    [],
    [
      'Nr.',
      'Risiko',
      'Risikoeigentümer',
      'Eintrittswahrscheinlichkeit',
      'Auswirkung',
      'Risikobehandlung',
      'Maßnahmen nach Anhang A (Controls)',
      'Termin',
    ],
    ...RISKS.map((risk, i) => [
      String(i + 1),
      `Gefahr ${i + 1}: ${risk.asset}; größer als früher`,
      risk.owner,
      `${risk.likelihood} - ${at(steps, risk.likelihood)}`,
      at(steps, risk.impact),
      option[risk.option],
      risk.controls,
      turned(risk.due, [2, 1, 0], '.'),
    ]),
  ];
}

function american(): readonly (readonly string[])[] {
  return [
    [
      'Risk Name',
      'Description',
      'Category',
      'Owner',
      'Likelihood',
      'Impact',
      'Risk Rating',
      'Risk Response',
      'Mapped Controls',
      'Target Date',
    ],
    ...RISKS.map((risk) => [
      risk.title,
      `${risk.weakness}, which "everybody" knows`,
      'Operations',
      risk.owner,
      at(SIZES, risk.likelihood),
      at(SIZES, risk.impact),
      '',
      risk.option,
      risk.controls,
      turned(risk.due, [1, 2, 0], '/'),
    ]),
  ];
}

function french(): readonly (readonly string[])[] {
  const steps = ['très faible', 'faible', 'moyen', 'élevé', 'très élevé'] as const;
  const option = {
    Mitigate: 'Réduire',
    Accept: 'Accepter',
    Transfer: 'Transférer',
    Avoid: 'Éviter',
  } as const;
  return [
    [
      'Référence',
      'Risque',
      'Propriétaire du risque',
      'Vraisemblance',
      'Gravité',
      'Traitement',
      'Échéance',
      'Remarque interne',
    ],
    ...RISKS.map((risk, i) => [
      ref(i),
      `Risque ${i + 1} : ${risk.asset}`,
      risk.owner,
      at(steps, risk.likelihood),
      at(steps, risk.impact),
      option[risk.option],
      turned(risk.due, [2, 1, 0], '/'),
      i === 0 ? 'à revoir' : '',
    ]),
  ];
}

/** What a founder writes down in an afternoon, with faults: no title, a reference twice, words that mean nothing. */
function short(): readonly (readonly string[])[] {
  return [
    ['id', 'risk', 'owner', 'likelihood', 'impact', 'treatment', 'due'],
    ['1', 'Laptop stolen', 'Ana', 'high', 'medium', 'mitigate', '2026-03-01'],
    ['2', '', 'Ana', 'low', 'low', 'accept', ''],
    ['2', 'Password reused', 'Ben', 'likely', 'huge', 'fix it', 'soon'],
    ['2', 'Password reused', 'Ben', 'likely', 'major', 'mitigate', '04/05/2026'],
    ['3', 'Server on fire', 'Ben', '0', '5', 'accept or transfer', ''],
  ];
}
