// Streams of random numbers that anyone can draw again: one seed and one name give one stream on every machine.
// xoshiro128** of Blackman and Vigna (2018), its four words made from the name by FNV-1a and the finaliser of MurmurHash3.

export interface Stream {
  /** The next number of (0, 1): an odd multiple of 2^-53, never 0 or 1. */
  readonly next: () => number;
}

/** The stream of a name under a seed; streams of different names are independent of each other. */
export function streamOf(seed: string, name: string): Stream {
  let a = wordOf(seed, name, 0);
  let b = wordOf(seed, name, 1);
  let c = wordOf(seed, name, 2);
  // A state of zeros would stay there.
  let d = wordOf(seed, name, 3) | 1;
  const word = (): number => {
    const times5 = Math.imul(b, 5);
    const result = Math.imul((times5 << 7) | (times5 >>> 25), 9) >>> 0;
    const t = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = (d << 11) | (d >>> 21);
    return result;
  };
  return {
    next: () => {
      const high = word() >>> 6;
      const low = word() >>> 6;
      return (high * 67_108_864 + low + 0.5) / 4_503_599_627_370_496;
    },
  };
}

/** FNV-1a over the code units (low byte, high byte) of `seed/name/index`, mixed until every bit counts. */
function wordOf(seed: string, name: string, index: number): number {
  const text = `${seed}/${name}/${index}`;
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
    hash = Math.imul(hash ^ (unit >>> 8), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
