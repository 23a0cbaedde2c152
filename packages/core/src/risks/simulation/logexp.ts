// Logarithm and exponential from additions, multiplications and divisions alone. The language lets every engine round
// its own ln and exp; these give the same bits everywhere, so that one seed gives one answer on every machine.

const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const SQRT2 = 1.4142135623730951;
const bits = new DataView(new ArrayBuffer(8));

/** 1/3, 1/5, … 1/25: ln((1+s)/(1-s)) = 2s (1 + s²/3 + s⁴/5 + …); |s| < 0.172 needs no more. */
const ODD = Float64Array.from({ length: 12 }, (_, i) => 1 / (2 * i + 3)).toReversed();
/** 1/14!, … 1/2!, 1, 1 for Horner's scheme; |r| < 0.347 needs no more. */
const TAYLOR = Float64Array.from(factorials(14), (factorial) => 1 / factorial).toReversed();

/** Natural logarithm of a positive normal number, within 2 units of the last place. */
export function ln(x: number): number {
  bits.setFloat64(0, x);
  const high = bits.getUint32(0);
  let exponent = ((high >>> 20) & 0x7ff) - 1023;
  bits.setUint32(0, (high & 0xfffff) | 0x3ff00000);
  let mantissa = bits.getFloat64(0);
  if (mantissa > SQRT2) {
    mantissa /= 2;
    exponent += 1;
  }
  const s = (mantissa - 1) / (mantissa + 1);
  const square = s * s;
  let sum = 0;
  for (let i = 0; i < 12; i += 1) sum = (sum + (ODD[i] ?? 0)) * square;
  return exponent * LN2_HIGH + (2 * s + (2 * s * sum + exponent * LN2_LOW));
}

/** e to the power of x for -700 < x < 700, within 2 units of the last place. */
export function exp(x: number): number {
  const k = Math.round(x / (LN2_HIGH + LN2_LOW));
  const r = x - k * LN2_HIGH - k * LN2_LOW;
  let sum = 0;
  for (let i = 0; i < 15; i += 1) sum = sum * r + (TAYLOR[i] ?? 0);
  bits.setUint32(0, (k + 1023) << 20);
  bits.setUint32(4, 0);
  return sum * bits.getFloat64(0);
}

/** 0!, 1!, … n!. */
function factorials(n: number): number[] {
  const all = [1];
  for (let i = 1; i <= n; i += 1) all.push((all[i - 1] ?? 1) * i);
  return all;
}
