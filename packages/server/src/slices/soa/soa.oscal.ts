// The statement as an OSCAL component definition (usnistgov/OSCAL 1.1, component-definition model): one component, the
// management system, with one implemented requirement a row. Identifiers are name-based (RFC 9562, version 5), so that the
// same version is the same bytes whenever it is written.
import type { Line } from '@assay/core';
import { createHash } from 'node:crypto';
import type { SoaVersion } from './versions.repository.ts';

/**
 * Of our own properties; OSCAL's own names stand without one. A name, not an address: it stays the same for ever, and a
 * change of what a property means gets another.
 */
const NS = 'urn:assay:ns:oscal:1';
/** The catalogue that control ids are of: ISO does not publish one in OSCAL. */
const SOURCE = 'urn:iso:std:iso-iec:27001:ed-3:annex:A';
const OSCAL = '1.1.3';

export interface OscalOf {
  readonly slug: string;
  readonly organisation: string;
  readonly at: string;
  readonly lines: readonly Line[];
  /** Undefined for the statement as it stands. */
  readonly version: SoaVersion | undefined;
}

export function oscalOf(of: OscalOf): unknown {
  const { organisation, lines, version } = of;
  const name = `${of.slug} ${version?.id ?? 'draft'}`;
  return {
    'component-definition': {
      uuid: uuidOf(name),
      metadata: {
        title: `Statement of applicability of ${plain(organisation)}`,
        'last-modified': version?.approvedAt ?? of.at,
        version: version?.id ?? 'draft',
        'oscal-version': OSCAL,
        props: approvalProps(version),
      },
      components: [
        {
          uuid: uuidOf(`${of.slug} isms`),
          type: 'process-procedure',
          title: `Information security management system of ${plain(organisation)}`,
          description: 'What the statement of applicability says that it does.',
          'control-implementations': [
            {
              uuid: uuidOf(`${name} Annex A`),
              source: SOURCE,
              description: 'Rows of Annex A, and necessary controls from elsewhere by the company’s own ids.',
              'implemented-requirements': lines.map((line) => requirementOf(name, line)),
            },
          ],
        },
      ],
    },
  };
}

function approvalProps(version: SoaVersion | undefined) {
  if (!version) return [own('approval', 'draft: nobody has approved it')];
  return [
    own('approver', version.approver),
    own('approver-role', version.role),
    own('frozen-sha256', version.digest),
    own('ledger-entry', String(version.entry)),
  ];
}

function requirementOf(name: string, line: Line) {
  const status = implementationOf(line);
  const refs = line.reasons.flatMap(({ kind, ref }) =>
    ref === null ? [] : [own(`because-of-${kind}`, ref)],
  );
  return {
    uuid: uuidOf(`${name} ${line.id}`),
    'control-id': line.id,
    description: line.how.trim() === '' ? line.title : line.how.trim(),
    props: [
      ...(status === undefined ? [] : [{ name: 'implementation-status', value: status }]),
      own('decision', line.decision),
      ...refs,
      ...line.controls.map((code) => own('control', code)),
      ...line.evidence.map((code) => own('evidence', code)),
      ...(line.owner === null ? [] : [own('owner', line.owner)]),
      ...(line.due === null ? [] : [own('due', line.due)]),
      ...(line.proof === null ? [] : [own('last-proof', line.proof)]),
    ],
    ...(line.justification.trim() === '' ? {} : { remarks: line.justification.trim() }),
  };
}

/** In OSCAL's words; what nobody decided or nobody began has none of them. */
function implementationOf({ decision, implementation }: Line): string | undefined {
  if (decision === 'out') return 'not-applicable';
  if (implementation === 'partly') return 'partial';
  return implementation === 'implemented' || implementation === 'planned' ? implementation : undefined;
}

function own(name: string, value: string) {
  return { name, ns: NS, value: plain(value) };
}

/** On one line, as OSCAL asks of strings. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** A name-based identifier: SHA-1 is what version 5 is made with, and nothing rests on its strength. */
function uuidOf(name: string): string {
  const bytes = createHash('sha1').update(`${NS} ${name}`).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
