// What is typed of one part of a record, and the change that it is. Pure.
import type { Finding, FindingChange } from './findings.ts';
import type { Part } from './record.ts';

/** Every field that some part has, as typed. */
export interface RecordDraft {
  readonly text: string;
  /** Day of the correction, on which the action is due, or on which its effect is looked at. */
  readonly day: string;
  readonly owner: string;
  readonly done: string;
  readonly found: string;
  readonly verdict: '' | 'effective' | 'not_effective';
  readonly by: string;
}

export function draftOf(
  finding: Finding,
  part: Part,
  now: { readonly today: string; readonly name: string },
): RecordDraft {
  const { action, effectiveness, similar, correction } = finding;
  const none: RecordDraft = { text: '', day: '', owner: '', done: '', found: '', verdict: '', by: now.name };
  switch (part) {
    case 'correction':
      return { ...none, text: correction?.what ?? '', day: correction?.on ?? now.today };
    case 'similar':
      return { ...none, text: similar?.looked ?? '', found: similar?.found.join(' ') ?? '' };
    case 'action':
      return {
        ...none,
        text: action?.what ?? '',
        day: action?.due ?? '',
        owner: action?.owner ?? finding.owner ?? '',
        done: action?.done ?? '',
      };
    case 'effectiveness': {
      const said = effectiveness?.said;
      return {
        ...none,
        day: effectiveness?.due ?? '',
        text: said?.because ?? '',
        verdict: said?.verdict ?? '',
        by: said?.by ?? now.name,
      };
    }
    case 'response':
      return { ...none, text: finding.exception?.response ?? '' };
    default:
      return { ...none, text: finding[part] ?? '' };
  }
}

/** Whether enough is typed to be recorded. */
export function isReady(part: Part, draft: RecordDraft): boolean {
  const { text, day, verdict, by } = draft;
  if (part === 'effectiveness')
    return day !== '' && (verdict === '' || (text.trim() !== '' && by.trim() !== ''));
  return text.trim() !== '' && (part !== 'correction' || day !== '');
}

/** The change that was typed. */
export function changeOf(
  finding: Finding,
  part: Part,
  { draft, today }: { readonly draft: RecordDraft; readonly today: string },
): FindingChange {
  const text = draft.text.trim();
  switch (part) {
    case 'correction':
      return { correction: { what: text, on: draft.day } };
    case 'similar':
      return { similar: { looked: text, found: draft.found.split(/[\s,]+/).filter((id) => id !== '') } };
    case 'action':
      return {
        action: {
          what: text,
          owner: orNull(draft.owner),
          due: orNull(draft.day),
          // Another action is planned anew; the same keeps the day on which it was.
          planned: finding.action?.what === text ? finding.action.planned : null,
          done: orNull(draft.done),
        },
      };
    case 'effectiveness':
      return {
        effectiveness: {
          due: draft.day,
          said:
            draft.verdict === ''
              ? null
              : {
                  verdict: draft.verdict,
                  because: text,
                  by: draft.by.trim(),
                  on: saidOn(finding, draft, today),
                },
        },
      };
    case 'response':
      return finding.exception === null ? {} : { exception: { ...finding.exception, response: text } };
    default:
      return { [part]: text };
  }
}

/** What stood in the same field: the way back. */
export function beforeOf(finding: Finding, part: Part): FindingChange {
  if (part === 'response') return { exception: finding.exception };
  // Another action takes the verdict on the one before it along; the way back brings both.
  if (part === 'action') return { action: finding.action, effectiveness: finding.effectiveness };
  return { [part]: finding[part] };
}

function saidOn({ effectiveness }: Finding, { verdict, text }: RecordDraft, today: string): string {
  const said = effectiveness?.said;
  return said && said.verdict === verdict && said.because === text.trim() ? said.on : today;
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}
