// The problems that every format can have, in one voice.
import type { JsonFault } from '../stream/fault.ts';
import type { Problem } from './reader.ts';

/** The whole file is refused. */
export function fatal(
  code: string,
  message: string,
  at: { readonly position?: string; readonly remedy: string },
): Problem {
  return { code, level: 'fatal', message, position: at.position ?? 'whole file', remedy: at.remedy };
}

/** One item is refused. */
export function refused(
  code: string,
  message: string,
  at: { readonly position: string; readonly remedy: string },
): Problem {
  return { code, level: 'error', message, ...at };
}

/** An item that could not be cut or parsed; the others are still read. */
export function itemFault(fault: JsonFault): Problem {
  return refused(fault.code, fault.message, {
    position: fault.position,
    remedy: 'Export the file again, or import it in part and look at this item.',
  });
}

/** A word of a status field that nobody knows: kept as unknown, never as a pass. */
export function unknownStatus(format: string, word: string, position: string): Problem {
  return {
    code: `${format}.status_unknown`,
    level: 'warning',
    message: `The status “${word.slice(0, 60)}” is not one that ${format} defines; it is kept as unknown.`,
    position,
    remedy: 'Check the version of the tool; unknown results prove nothing.',
  };
}
