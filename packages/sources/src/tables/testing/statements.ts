// Statements of applicability in the layouts that people keep. The company and its words are invented.
import { annex, answers, type Answer } from './annex.ts';
import { csv, workbook, type Row, type Sheet } from './book.ts';

const ENGLISH = ['Implemented', 'Partially implemented', 'Planned', ''] as const;
const GERMAN = ['umgesetzt', 'teilweise umgesetzt', 'geplant', ''] as const;
const [GREEN, RED, AMBER, BLUE] = ['C6EFCE', 'FFC7CE', 'FFEB9C', 'DDEBF7'];
const bare = (id: string): string => id.slice(2);
const number = (id: string): number => Number(bare(id));

export interface Made {
  readonly name: string;
  /** Opened and saved again by LibreOffice, where it is there. */
  readonly libreOffice?: true;
  readonly make: () => Uint8Array | Promise<Uint8Array>;
}

export const STATEMENTS: readonly Made[] = [
  { name: 'plain.xlsx', make: () => workbook([plain('SoA', answers('2022'))]) },
  { name: 'titles-and-themes.xlsx', libreOffice: true, make: () => workbook([titled()]) },
  { name: 'two-rows-of-headings.xlsx', make: () => workbook([ticked()]) },
  { name: 'colours.xlsx', libreOffice: true, make: () => workbook([coloured(), legend()]) },
  { name: 'a-sheet-for-each-theme.xlsx', make: () => workbook(themes()) },
  { name: 'numbers.xlsx', libreOffice: true, make: () => workbook([numbered('General')]) },
  { name: 'numbers-with-format.xlsx', make: () => workbook([numbered('"A."0.00')]) },
  { name: 'edition-2013.xlsx', make: () => workbook([old('SoA')]) },
  {
    name: 'one-column-and-old-sheet.xlsx',
    libreOffice: true,
    make: () =>
      workbook([
        oneColumn(),
        { ...old('SoA 2013'), rows: annex('2013').map(({ id, title }) => [id, title]) },
      ]),
  },
  { name: 'german.csv', make: () => csv(german(), { separator: ';', encoding: 'windows-1252' }) },
  { name: 'french.csv', make: () => csv(french(), { separator: ',', encoding: 'utf8' }) },
  { name: 'dutch.txt', make: () => csv(dutch(), { separator: '\t', encoding: 'utf-16' }) },
  { name: 'numbers.csv', make: () => csv(lost(), { separator: ';', encoding: 'utf8' }) },
];

function plain(name: string, list: readonly Answer[]): Sheet {
  const head = [
    'Control ID',
    'Control',
    'Applicable',
    'Justification',
    'Status',
    'Responsible',
    'Evidence',
    'Ticket',
  ];
  const rows = list.map((each, i) => [
    each.id,
    each.title,
    each.applies ? 'Yes' : 'No',
    each.reason,
    each.applies ? ENGLISH[each.status] : 'N/A',
    each.owner,
    each.applies ? `DOC-${i + 1}` : '',
    i % 10 === 0 ? `SEC-${i}` : '',
  ]);
  return { name, rows: [head, ...rows] };
}

/** Merged titles, a block about the document, merged names of the themes between the rows. */
function titled(): Sheet {
  const rows: Row[] = [
    ['Statement of Applicability – Harbour Light Ltd'],
    ['Version', '3.2', 'Approved by', 'Managing director'],
    [],
    [
      'Ref.',
      'Annex A control',
      'Applicable? (Y/N)',
      'Reason for inclusion',
      'Reason for exclusion',
      'Implementation status',
    ],
  ];
  const merges = ['A1:F1'];
  let group = '';
  for (const each of answers('2022')) {
    if (each.group !== group) {
      rows.push([`${bare(each.id).split('.')[0] ?? ''} ${each.group} controls`]);
      merges.push(`A${rows.length}:F${rows.length}`);
      ({ group } = each);
    }
    const [inside, outside] = each.applies ? [each.reason, ''] : ['', each.reason];
    rows.push([bare(each.id), each.title, each.applies ? 'Y' : 'N', inside, outside, ENGLISH[each.status]]);
  }
  rows.push([], ['Printed copies are not controlled.']);
  return { name: 'Statement', rows, merges };
}

/** Two rows of headings with ticks, and the initials of the reasons explained below. */
function ticked(): Sheet {
  const upper = ['Control', '', 'Applicable', '', 'Reasons for selection', '', '', '', 'Remarks'];
  const lower = ['No.', 'Title', 'Yes', 'No', 'LR', 'CO', 'BR/BP', 'RRA', ''];
  const rows = answers('2022').map((each, i): Row => {
    const tick = (on: boolean): string => (each.applies && on ? '✓' : '');
    const reasons = [i % 5 === 0, i % 3 === 0, i % 4 === 0, i % 2 === 0];
    return [
      `A ${bare(each.id)}`,
      each.title,
      tick(true),
      each.applies ? '' : '✓',
      ...reasons.map(tick),
      each.applies ? '' : each.reason,
    ];
  });
  return {
    name: 'SoA',
    rows: [
      ['Statement of applicability'],
      upper,
      lower,
      ...rows,
      [],
      [
        'LR: legal requirements',
        'CO: contractual obligations',
        'BR/BP: business',
        'RRA: results of risk assessment',
      ],
    ],
    merges: ['A1:I1', 'A2:B2', 'C2:D2', 'E2:H2', 'I2:I3'],
  };
}

/** Nothing but colours in the columns that decide; another sheet explains them. */
function coloured(): Sheet {
  const fills = [GREEN, AMBER, BLUE, RED] as const;
  const head = ['Annex A', 'Title', 'In scope', 'State', 'Owner'].map((value) => ({ value, fill: '1F4E78' }));
  const rows = answers('2022').map((each): Row => [
    each.id,
    each.title,
    { value: '', fill: each.applies ? GREEN : RED },
    each.applies ? { value: '', fill: fills[each.status] } : '',
    each.owner,
  ]);
  return { name: 'Controls', rows: [head, ...rows] };
}

function legend(): Sheet {
  return {
    name: 'Legend',
    rows: [
      ['What the colours mean'],
      [{ value: '', fill: GREEN }, 'Applicable'],
      [{ value: '', fill: RED }, 'Not applicable'],
      [],
      [{ value: 'Implemented', fill: GREEN }],
      [{ value: 'Partially implemented', fill: AMBER }],
      [{ value: 'Planned', fill: BLUE }],
      [{ value: 'Not implemented', fill: RED }],
    ],
  };
}

function themes(): readonly Sheet[] {
  const all = answers('2022');
  const groups = [...new Set(all.map(({ group }) => group))];
  return [
    { name: 'Cover', rows: [['Statement of Applicability'], ['Version', 5], ['Owner', 'Head of IT']] },
    ...groups.map((group) =>
      plain(
        group,
        all.filter((each) => each.group === group),
      ),
    ),
  ];
}

/** Ids that are numbers, as a spreadsheet makes of 5.10 when nobody tells it otherwise; shares of work in percent. */
function numbered(format: string): Sheet {
  const share = [1, 0.5, 0, 0] as const;
  const rows = answers('2022').map((each): Row => {
    // A number with two places keeps the order of the annex: 5.01, 5.02 … 5.10.
    const [theme = 0, place = 0] = bare(each.id).split('.').map(Number);
    const value = format === 'General' ? number(each.id) : theme + place / 100;
    return [
      format === 'General' ? value : { value, format },
      each.title,
      each.applies,
      each.applies ? { value: share[each.status], format: '0%' } : '',
    ];
  });
  return { name: 'Sheet1', rows: [['Nr', 'Control', 'Applicable', 'Implementation status'], ...rows] };
}

/** The edition of 2013 with its objectives as rows between the controls. */
function old(name: string): Sheet {
  const rows: Row[] = [['Clause', 'Control', 'Included', 'Justification', 'Implemented?']];
  let objective = '';
  for (const each of answers('2013')) {
    const above = each.id.split('.').slice(0, 3).join('.');
    if (above !== objective) rows.push([above, 'Objective', '', '']);
    objective = above;
    rows.push([
      each.id,
      each.title,
      each.applies ? 'x' : 'no',
      each.reason,
      each.status === 0 ? 'yes' : 'no',
    ]);
  }
  return { name, rows };
}

/** Id and title in one cell, one status that says all, the headings again on each printed page. */
function oneColumn(): Sheet {
  const head = ['Control (ISO/IEC 27001:2022)', 'Status', 'Comments'];
  const rows = answers('2022').flatMap((each, i): Row[] => [
    ...(i % 40 === 0 ? [head] : []),
    [
      `A.${bare(each.id)} – ${each.title}`,
      each.applies ? ENGLISH[each.status] || 'Open' : 'Not applicable',
      each.reason,
    ],
  ]);
  return { name: 'Controls 2022', rows: [['Harbour Light Ltd'], [], ...rows] };
}

function german(): readonly (readonly string[])[] {
  const rows = answers('2022').map((each) => [
    `A ${bare(each.id)}`,
    each.title,
    each.applies ? 'ja' : 'entfällt',
    each.applies
      ? 'Ergibt sich aus der Risikobeurteilung; siehe Maßnahmenplan'
      : 'Für uns nicht nötig – kein Büro, kein Lager',
    GERMAN[each.status],
    'Leitung IT',
  ]);
  return [
    ['Erklärung zur Anwendbarkeit, Hafenlicht GmbH, Stand 2025'],
    ['Freigegeben durch: Geschäftsführung, gültig bis auf Weiteres'],
    [],
    ['Nr.', 'Maßnahme', 'Anwendbar', 'Begründung', 'Umsetzungsstand', 'Verantwortlich'],
    ...rows,
  ];
}

function french(): readonly (readonly string[])[] {
  const status = ['en place', 'partiellement en place', 'prévu', ''] as const;
  return [
    ['Référence', 'Mesure de sécurité', 'Applicable', 'Justification', 'État', 'Responsable'],
    ...answers('2022').map((each) => [
      each.id,
      each.title,
      each.applies ? 'Oui' : 'Non',
      each.applies ? 'Exigé par nos clients,\net par nous' : 'Sans objet : pas de locaux',
      status[each.status],
      'Direction',
    ]),
  ];
}

function dutch(): readonly (readonly string[])[] {
  const status = ['geïmplementeerd', 'gedeeltelijk', 'gepland', ''] as const;
  return [
    ['Verklaring van toepasselijkheid'],
    ['Nummer', 'Beheersmaatregel', 'Van toepassing', 'Reden van uitsluiting', 'Status'],
    ...answers('2022').map((each) => [
      bare(each.id),
      each.title,
      each.applies ? 'Ja' : 'Nee',
      each.applies ? '' : 'Geen eigen kantoor',
      status[each.status],
    ]),
  ];
}

/** The rows of a sheet with numbers in no order, as CSV: what was 5.10 cannot be told from 5.1. */
function lost(): readonly (readonly string[])[] {
  const rows = answers('2022').map((each) => [
    String(number(each.id)).replace('.', ','),
    each.title,
    each.applies ? 'ja' : 'nein',
  ]);
  return [['Nr', 'Titel', 'Anwendbar'], ...rows.toSorted(([, a = ''], [, b = '']) => (a < b ? -1 : 1))];
}
