// The page docs/reference/readers.md, written from what the readers themselves read by.
import { OBSERVATION_STATUSES, type ObservationStatus } from '@assay/core';
import type { Manual, Reader } from './reader.ts';
import { readers } from './registry.ts';

const STATUS_NAMES: Readonly<Record<ObservationStatus, string>> = {
  pass: 'pass',
  fail: 'fail',
  error: 'error',
  not_applicable: 'not applicable',
  unknown: 'unknown',
};
const FIELD_NAMES: Readonly<Record<keyof Manual['fields'], string>> = {
  check: 'check',
  subject: 'subject',
  observedAt: 'observed at',
  severity: 'severity',
  message: 'message',
  population: 'populations',
};

/** Markdown of all readers: how each recognises a file, which field gives what, and what each status comes from. */
export function readersPage(): string {
  return `${[INTRODUCTION, contents(), ...readers.map(section)].join('\n\n')}\n`;
}

const INTRODUCTION = `# Readers

<!-- Written by \`npm run check -- --fix\` from packages/sources; do not edit. -->

A file is recognised from its content, never from its name. gzip and ZIP archives are opened, UTF-16 and byte order
marks are understood, JSON may stand in an array, one value a line, or after \`//\` comments, and tables may use commas,
semicolons or tabs. A result whose status is not one that the format defines becomes **unknown**, with a problem that
names its place; it never becomes a pass. An exception that somebody accepted (muted, suppressed, waived, ignored) is a
decision and not a result: the failure stands, and the message tells of the exception.

A file that is damaged, cut off or hostile is refused whole, by one problem with its place and a remedy. \`--partial\`
takes what could be read of a file that was cut off or has items that could not be read; it takes nothing of one that
nests deeper than 64 levels, has a DOCTYPE, or unpacks to more than a hundred times its size.`;

function contents(): string {
  const lines = readers.map(
    (reader) => `| [${reader.title}](#${anchorOf(reader)}) | \`${reader.id}\` | ${reader.version} |`,
  );
  return ['| Format | Reader | Version |', '| --- | --- | ---: |', ...lines].join('\n');
}

/** As GitHub makes anchors of headings. */
function anchorOf(reader: Reader): string {
  return reader.title
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}

function section(reader: Reader): string {
  const { manual } = reader;
  const reads =
    manual.reads === 'stream'
      ? 'It is read as a stream, in constant memory.'
      : 'It is read whole, up to 128 MiB.';
  const parts = [
    `## ${reader.title}`,
    `Recognised by ${manual.recognised}.${reader.id === 'artefact' ? '' : ` ${reads}`}`,
    fieldsOf(manual),
    statusesOf(manual),
    manual.otherwise ??
      'Any other word becomes unknown, with a problem named `….status_unknown` at its place.',
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function fieldsOf({ fields }: Manual): string {
  const rows = Object.entries(FIELD_NAMES).flatMap(([name, title]) => {
    const from = Object.entries(fields).find(([field]) => field === name)?.[1];
    return from === undefined ? [] : [`| ${title} | ${from} |`];
  });
  return rows.length === 0 ? '' : ['| What | From |', '| --- | --- |', ...rows].join('\n');
}

function statusesOf(manual: Manual): string {
  const rows = OBSERVATION_STATUSES.flatMap((status) => {
    const from = sourcesOf(manual, status);
    return from === '' ? [] : [`| ${STATUS_NAMES[status]} | ${from} |`];
  });
  return rows.length === 0 ? '' : ['| Status | Comes from |', '| --- | --- |', ...rows].join('\n');
}

function sourcesOf({ words, also }: Manual, status: ObservationStatus): string {
  const looked = words.flatMap(({ field, table }) => {
    const found = Object.keys(table).filter((word) => table[word] === status);
    return found.length === 0 ? [] : [`${field}: ${found.map((word) => `\`${word}\``).join(', ')}`];
  });
  return [...looked, ...also.flatMap(([its, text]) => (its === status ? [text] : []))].join('; ');
}
