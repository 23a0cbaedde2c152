// Letters to the owners of an organisation that is to end. What people typed stands in them as text, never as markup.
import type { Letter } from '../../../platform/mail/mail.ts';
import { letterOf } from '../letters.ts';
import type { EndingDocument } from './ending.document.ts';

interface Told {
  readonly to: string;
  readonly ending: EndingDocument;
  readonly organisation: string;
  readonly slug: string;
  readonly origin: string;
}

export function endingLetter({ to, ending, organisation, slug, origin }: Told): Letter {
  const { asked_by_name: by, ends_on: day } = ending;
  return letterOf({
    to,
    subject: `${organisation} is to end on ${day}`,
    id: `ending-${slug}-${ending.asked_at}`,
    origin,
    link: settingsOf(slug, origin),
    lines: [
      `${by} asked that ${organisation} ends on Assay. On ${day} every record, file and key of it is erased, and nobody can bring them back.`,
      'Until then every owner can take that back, and export everything:',
      settingsOf(slug, origin),
    ],
  });
}

export function keptLetter({
  to,
  ending,
  organisation,
  slug,
  origin,
  by,
}: Told & { readonly by: string }): Letter {
  return letterOf({
    to,
    subject: `${organisation} does not end`,
    id: `kept-${slug}-${ending.asked_at}`,
    origin,
    link: settingsOf(slug, origin),
    lines: [
      `${by} took back that ${organisation} ends on ${ending.ends_on}. Nothing was erased.`,
      settingsOf(slug, origin),
    ],
  });
}

function settingsOf(slug: string, origin: string): string {
  return `${origin}/o/${slug}/settings`;
}
