// Certificates that show that a management system is run already: only those shorten the audit of another one.

/** Numbers of ISO standards of management systems beside ISO/IEC 27001, by which their certificates are named. */
const STANDARDS = [
  '9001',
  '13485',
  '14001',
  '20000',
  '21001',
  '22000',
  '22301',
  '27701',
  '37001',
  '37301',
  '42001',
  '45001',
  '50001',
  '55001',
] as const;

const NAMED = new RegExp(`\\biso\\b[^,;]*?(?<!\\d)(?:${STANDARDS.join('|')})(?!\\d)`, 'i');
const OVER = /\b(?:expired|lapsed|withdrawn|suspended)\b/i;

/** Of names of certificates those that count; what is none, has ended or is not known lowers nothing. */
export function managementSystems(names: readonly string[]): readonly string[] {
  return names.filter((name) => NAMED.test(name.replace(/iso(?=\d)/i, 'ISO ')) && !OVER.test(name));
}
