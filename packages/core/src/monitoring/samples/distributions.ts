// Tails of the binomial and the hypergeometric distribution, summed from their largest term down.

/** ln(n!) for whole n, by Stirling's series from 16 on (DLMF 5.11.1); absolute error below 1e-9 up to ten million. */
function lnFactorial(n: number): number {
  if (n < SMALL.length) return SMALL[n] ?? 0;
  const inverse = 1 / (n * n);
  const series = (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse / 1680))) / n;
  return n * Math.log(n) - n + 0.5 * Math.log(2 * Math.PI * n) + series;
}

/**
 * Whether a probability is above a risk. Both are doubles: one that equals the risk but for its last bits (0.05 when
 * 1 of 20 was drawn) is at the risk, not above it.
 */
export function exceeds(probability: number, risk: number): boolean {
  return probability > risk * (1 + 1e-9);
}

/** P(X <= k) for X binomial with n trials of probability p. */
export function binomialCdf(k: number, n: number, p: number): number {
  if (k >= n || p <= 0) return 1;
  if (k < 0 || p >= 1) return 0;
  // Above the mean the upper tail is the short one.
  if (k > n * p) return 1 - tail(n - k - 1, n, 1 - p);
  return tail(k, n, p);
}

/** P(X <= k) for X the marked ones among n drawn without replacement from `size` of which `marked` are. */
export function hypergeometricCdf(
  k: number,
  n: number,
  population: { readonly size: number; readonly marked: number },
): number {
  const { size, marked } = population;
  const lowest = Math.max(0, n - (size - marked));
  if (k < lowest) return 0;
  if (k >= Math.min(n, marked)) return 1;
  const choose = (of: number, from: number): number =>
    lnFactorial(of) - lnFactorial(from) - lnFactorial(of - from);
  let sum = 0;
  for (let i = k; i >= lowest; i -= 1) {
    const term = Math.exp(choose(marked, i) + choose(size - marked, n - i) - choose(size, n));
    sum += term;
    if (i < (n * marked) / size && term < sum * 1e-18) break;
  }
  return Math.min(1, sum);
}

/** The lower tail from its end down: term i-1 is term i times i/(n-i+1) times (1-p)/p. */
function tail(k: number, n: number, p: number): number {
  if (k < 0) return 0;
  const ln = lnFactorial(n) - lnFactorial(k) - lnFactorial(n - k);
  let term = Math.exp(ln + k * Math.log(p) + (n - k) * Math.log1p(-p));
  let sum = 0;
  for (let i = k; i >= 0 && term > sum * 1e-18; i -= 1) {
    sum += term;
    term *= (i / (n - i + 1)) * ((1 - p) / p);
  }
  return Math.min(1, sum);
}

const SMALL: readonly number[] = smallFactorials();

function smallFactorials(): readonly number[] {
  const values = [0];
  let product = 1;
  for (let n = 1; n < 16; n += 1) {
    product *= n;
    values.push(Math.log(product));
  }
  return values;
}
