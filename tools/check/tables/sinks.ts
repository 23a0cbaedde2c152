// What turns text into something that runs, or makes a secret weak: nowhere in the product, save where a line says why.

export interface Sink {
  /** Name of a function, a property or a module that must not be used. */
  readonly name: string;
  readonly kind: 'call' | 'property' | 'import' | 'option' | 'hash';
  readonly message: string;
  readonly remedy: string;
  /** Where it is right, with the reason beside it. */
  readonly except?: RegExp;
}

const RUNS = 'runs text as code';
const NO_CODE = 'write the code as code; data are parsed';
const MARKUP = 'puts text into the page as markup';
const NO_MARKUP = 'let React write it: what is a child is text';
const WEAK = 'seals by RSA, whose padding gives secrets away';
const NOT_WEAK = 'seal by a box (server/src/platform/sealing/box.ts)';
const SHELL = 'hands text to a shell';
const NO_SHELL = 'spawn the program itself, with its arguments as a list';

/** The one cipher of the product (docs/reference/sealing.md): every other is a sink. */
export const CIPHER = 'aes-256-gcm';

export const SINKS: readonly Sink[] = [
  { name: 'eval', kind: 'call', message: RUNS, remedy: NO_CODE },
  { name: 'Function', kind: 'call', message: RUNS, remedy: NO_CODE },
  // It asks for the collector of memory by a text of its own.
  {
    name: 'node:vm',
    kind: 'import',
    message: RUNS,
    remedy: NO_CODE,
    except: /server\/src\/platform\/memory\.ts$/,
  },
  { name: 'dangerouslySetInnerHTML', kind: 'property', message: MARKUP, remedy: NO_MARKUP },
  { name: 'innerHTML', kind: 'property', message: MARKUP, remedy: NO_MARKUP },
  { name: 'outerHTML', kind: 'property', message: MARKUP, remedy: NO_MARKUP },
  { name: 'insertAdjacentHTML', kind: 'property', message: MARKUP, remedy: NO_MARKUP },
  { name: 'createContextualFragment', kind: 'property', message: MARKUP, remedy: NO_MARKUP },
  { name: 'exec', kind: 'import', message: SHELL, remedy: NO_SHELL },
  { name: 'execSync', kind: 'import', message: SHELL, remedy: NO_SHELL },
  { name: 'shell', kind: 'option', message: SHELL, remedy: NO_SHELL },
  {
    name: 'rejectUnauthorized',
    kind: 'option',
    message: 'lets a certificate pass unlooked at',
    remedy: 'give the certificate of the authority instead',
  },
  // Padding of old, or none that proves anything.
  { name: 'publicEncrypt', kind: 'call', message: WEAK, remedy: NOT_WEAK },
  { name: 'privateDecrypt', kind: 'call', message: WEAK, remedy: NOT_WEAK },
  { name: 'md5', kind: 'hash', message: 'a hash that can be forged', remedy: 'take sha256' },
  {
    name: 'sha1',
    kind: 'hash',
    message: 'a hash that can be forged',
    remedy: 'take sha256',
    // RFC 9562 makes a name into an identifier with it; nothing is proved by that.
    except: /slices\/soa\/soa\.oscal\.ts$/,
  },
];
