// Mail behind one door: a server that sends it, or a folder that it is written to.
import { createTransport } from 'nodemailer';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The same for the same letter, so that a repeated one is known. */
  readonly id: string;
  /** Address that ends the subscription with one POST (RFC 8058). */
  readonly unsubscribe: string;
}

export interface Mail {
  /** Where letters go, for people: `smtp`, or the folder. */
  readonly where: string;
  /** Origin of the links in letters. */
  readonly origin: string;
  /** Sends one letter; throws when it was not taken. */
  send(letter: Letter): Promise<void>;
}

interface Post {
  readonly from: string;
  readonly origin: string;
}

/** Sends by an SMTP server, `smtps://user:password@host:465` or `smtp://host:587`. */
export function smtpMail(url: string, { from, origin }: Post): Mail {
  const transport = createTransport(url);
  return {
    where: 'smtp',
    origin,
    send: async (letter) => {
      await transport.sendMail(messageOf(letter, from));
    },
  };
}

/** Writes each letter to a file of its own, as a mail program opens it. */
export function diskMail(folder: string, { from, origin }: Post): Mail {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  return {
    where: folder,
    origin,
    send: async (letter) => {
      const { message } = await transport.sendMail(messageOf(letter, from));
      await mkdir(folder, { recursive: true });
      const path = join(folder, `${letter.id.replace(/[^\w.-]/g, '_')}.eml`);
      await writeFile(`${path}.part`, message);
      await rename(`${path}.part`, path);
    },
  };
}

function messageOf(letter: Letter, from: string) {
  return {
    from,
    to: letter.to,
    subject: letter.subject,
    text: letter.text,
    html: letter.html,
    messageId: `<${letter.id}>`,
    headers: {
      'List-Unsubscribe': `<${letter.unsubscribe}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'Auto-Submitted': 'auto-generated',
    },
  };
}
