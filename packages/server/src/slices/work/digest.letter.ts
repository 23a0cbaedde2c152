// A digest as a letter: what is mine, why, until when; plain text, and the same as simple HTML.
import type { Task, Work } from '@assay/core';

export interface Told {
  readonly organisation: string;
  /** Address of My work. */
  readonly address: string;
  /** Address of the settings that end the digest. */
  readonly settings: string;
  readonly work: Work;
  readonly today: string;
}

/** Nothing confidential stands in a subject: it is shown on locked screens. */
export function subjectOf({ work, today }: Told): string {
  const open = work.shown.length + work.rest.length;
  const late = [...work.shown, ...work.rest].filter(
    ({ until }) => until !== undefined && until < today,
  ).length;
  return `Your work in Assay: ${open} open${late === 0 ? '' : `, ${late} overdue`}`;
}

export function textOf(told: Told): string {
  const { work } = told;
  return [
    `${told.organisation}, ${told.today}`,
    '',
    ...work.shown.flatMap((task, i) => [
      `${i + 1}. ${task.title}`,
      `   ${task.why}`,
      `   ${lineOf(task, told.today)}`,
      ...(task.example ? [`   Good evidence: ${task.example.good}`] : []),
      '',
    ]),
    ...restLines(work),
    told.address,
    '',
    `You get this because you asked for it: ${told.settings}`,
    '',
  ].join('\n');
}

export function htmlOf(told: Told): string {
  const { work } = told;
  return [
    '<!doctype html><html lang="en"><body style="font-family:sans-serif;max-width:40em;line-height:1.5">',
    `<p style="color:#555">${safe(told.organisation)}, ${safe(told.today)}</p><ol>`,
    ...work.shown.map(
      (task) =>
        `<li style="margin-bottom:1em"><strong>${safe(task.title)}</strong><br>${safe(task.why)}<br><span style="color:#555">${safe(lineOf(task, told.today))}${task.example ? `<br>Good evidence: ${safe(task.example.good)}` : ''}</span></li>`,
    ),
    '</ol>',
    ...restLines(work).map((line) => `<p>${safe(line)}</p>`),
    `<p><a href="${safe(told.address)}">My work</a></p>`,
    `<p style="color:#555;font-size:smaller">You get this because you asked for it: <a href="${safe(told.settings)}">settings</a>.</p></body></html>`,
  ].join('\n');
}

function lineOf(task: Task, today: string): string {
  const until =
    task.until === undefined
      ? 'No day is set'
      : task.until < today
        ? `Overdue since ${task.until}`
        : `Until ${task.until}`;
  return `${until}; about ${task.minutes} minutes. ${task.closes}`;
}

function restLines({ rest, snoozed }: Work): readonly string[] {
  const parts = [
    rest.length > 0 ? `${rest.length} more ${rest.length === 1 ? 'waits' : 'wait'}` : undefined,
    snoozed.length > 0 ? `${snoozed.length} snoozed` : undefined,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? [] : [`${parts.join(', ')}.`];
}

function safe(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
