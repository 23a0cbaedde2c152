// A template is read whole or refused with the line; a text shows what is still missing.
import { describe, expect, test } from 'vitest';
import { fill, variablesIn } from './fill.ts';
import { parseTemplate } from './template.ts';

const GOOD = [
  '---',
  'code: POL-02',
  'title: Access control policy',
  'owner: security_lead',
  'review_months: 12',
  'reviewer: unreviewed',
  'answers: iso27001:2022/A.5.15, soc2:2017/CC6.1',
  'controls: C-41',
  'variables:',
  '  company: Name of the company | Harbourline',
  '---',
  '## Purpose',
  '{{company}} keeps doors shut.',
];
const faultsOf = (lines: readonly string[]): readonly string[] => {
  const read = parseTemplate(lines.join('\n'));
  return read.ok ? [] : read.error.map((each) => `${each.line} ${each.detail}`);
};
const withLine = (index: number, line: string): readonly string[] => GOOD.with(index, line);

describe('a template', () => {
  test('is read with its variables, whatever ends its lines', () => {
    const read = parseTemplate(GOOD.join('\r\n'));
    expect(read).toEqual({
      ok: true,
      value: {
        code: 'POL-02',
        title: 'Access control policy',
        owner: 'security_lead',
        reviewMonths: 12,
        reviewer: 'unreviewed',
        answers: ['iso27001:2022/A.5.15', 'soc2:2017/CC6.1'],
        controls: ['C-41'],
        variables: [{ name: 'company', meaning: 'Name of the company', example: 'Harbourline' }],
        body: '## Purpose\n{{company}} keeps doors shut.\n',
      },
    });
  });

  test.each([
    [withLine(0, ''), '1 there is no front matter between two lines of ---'],
    [withLine(1, 'code: P-2'), '2 a code is POL- and a number'],
    [withLine(2, 'title:'), '3 a policy has a title'],
    [withLine(4, 'review_months: 0'), '5 review_months is a whole number from 1 to 36'],
    [withLine(4, 'review_months: often'), '5 review_months is a whole number from 1 to 36'],
    [withLine(5, 'reviewer:'), '6 name the reviewer, or say unreviewed'],
    [withLine(9, '  company: no example'), '10 a variable is written `  name: meaning | example`'],
    [GOOD.toSpliced(9, 0, GOOD[9] ?? ''), '11 the variable company stands twice'],
    [GOOD.toSpliced(2, 0, GOOD[1] ?? ''), '3 the field code stands twice'],
    [GOOD.toSpliced(6, 1), '1 the field answers is missing'],
    [withLine(7, 'control: C-41'), '8 “control: C-41” is no field of a template'],
  ])('with a fault is refused with its line: %#', (lines, fault) => {
    expect(faultsOf(lines)).toContain(fault);
  });

  test('owned by a role that nobody has is refused with the roles that there are', () => {
    expect(faultsOf(withLine(3, 'owner: wizard'))).toEqual([
      expect.stringMatching(/^4 an owner is one of founder, security_lead/),
    ]);
  });
});

describe('filling', () => {
  const text = '{{company}} and {{ team }} meet {{company}}.';

  test('names each variable once, in the order of the text', () => {
    expect(variablesIn(text)).toEqual(['company', 'team']);
  });

  test('takes any spelling between double braces for a place, so that none slips through', () => {
    expect(variablesIn('{{Company Name}}, {{ÖRT}}, {{x}} and {{ }} or {one}')).toEqual([
      'Company Name',
      'ÖRT',
      'x',
    ]);
  });

  test('leaves what is missing in sight; blanks are no value', () => {
    expect(fill(text, new Map([['company', 'Harbourline']]))).toEqual({
      text: 'Harbourline and {{ team }} meet Harbourline.',
      missing: ['team'],
    });
    expect(fill(text, new Map([['company', '  ']])).missing).toEqual(['company', 'team']);
  });

  test('takes a value as it is, with dollars and braces', () => {
    const values = new Map([
      ['company', '$& {{team}}'],
      ['team', 'Ops'],
    ]);
    expect(fill(text, values)).toEqual({ text: '$& {{team}} and Ops meet $& {{team}}.', missing: [] });
  });
});
