import type { Random } from './generator.ts';

/** Above so many a draw is cut down by a gamma first, which takes a few steps whatever the number. */
const MANY = 40;

/** How many of n tries with chance p succeed; many tries by the one in the middle of their order (Relles 1972). */
export function drawBinomial(random: Random, n: number, p: number): number {
  if (n > MANY) {
    const place = 1 + Math.floor(n / 2);
    const middle = drawBeta(random, place, n + 1 - place);
    return middle >= p
      ? drawBinomial(random, place - 1, p / middle)
      : place + drawBinomial(random, n - place, (p - middle) / (1 - middle));
  }
  let hits = 0;
  for (let each = 0; each < n; each += 1) if (random() < p) hits += 1;
  return hits;
}

/** How often something happens that happens `mean` times on average (Knuth; Ahrens and Dieter 1974 for many times). */
export function drawPoisson(random: Random, mean: number): number {
  if (mean > MANY) {
    const place = Math.floor((mean * 7) / 8);
    const then = drawGamma(random, place);
    return then > mean
      ? drawBinomial(random, place - 1, mean / then)
      : place + drawPoisson(random, mean - then);
  }
  const end = Math.exp(-mean);
  let times = 0;
  for (let product = random(); product > end; product *= random()) times += 1;
  return times;
}

/** A standard normal number (Box and Muller). */
function drawNormal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Gamma with this shape and scale 1 (Marsaglia and Tsang 2000). */
function drawGamma(random: Random, shape: number): number {
  if (shape < 1) return drawGamma(random, shape + 1) * (1 - random()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const normal = drawNormal(random);
    const v = (1 + c * normal) ** 3;
    if (v <= 0) continue;
    if (Math.log(1 - random()) < 0.5 * normal * normal + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** A chance around p for what shares a week: any two of its runs are correlated by rho. At 0 it is p. */
export function drawChance(random: Random, p: number, rho: number): number {
  if (rho <= 0 || p <= 0 || p >= 1) return p;
  const size = 1 / rho - 1;
  return drawBeta(random, p * size, (1 - p) * size);
}

function drawBeta(random: Random, a: number, b: number): number {
  const [one, other] = [drawGamma(random, a), drawGamma(random, b)];
  return one + other === 0 ? a / (a + b) : one / (one + other);
}
