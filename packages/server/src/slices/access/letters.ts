// Letters of access. What people typed stands in them as text, never as markup.
import type { Letter } from '../../platform/mail/mail.ts';

/** A letter of a few sentences around one link. */
export function letterOf(of: {
  readonly to: string;
  readonly subject: string;
  readonly lines: readonly string[];
  readonly link: string;
  readonly id: string;
  readonly origin: string;
}): Letter {
  const { lines, link } = of;
  return {
    to: of.to,
    subject: of.subject.replace(/[\r\n]+/g, ' '),
    text: `${lines.join('\n\n')}\n`,
    html: lines
      .map(
        (line) =>
          `<p>${line === link ? `<a href="${escaped(link)}">${escaped(link)}</a>` : escaped(line)}</p>`,
      )
      .join('\n'),
    id: of.id,
    unsubscribe: of.origin,
  };
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
