import type { Random } from './generator.ts';

/** How many of n tries with chance p succeed. */
export function drawBinomial(random: Random, n: number, p: number): number {
  let count = 0;
  for (let each = 0; each < n; each++) if (random() < p) count++;
  return count;
}

/** How often something happens that happens `mean` times on average (Knuth), by parts that e^-mean does not reach 0 in. */
export function drawPoisson(random: Random, mean: number): number {
  if (mean > 500) return drawPoisson(random, mean / 2) + drawPoisson(random, mean / 2);
  const end = Math.exp(-mean);
  let count = -1;
  for (let product = 1; product > end || count < 0; product *= random()) count++;
  return count;
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
  const a = drawGamma(random, p * size);
  const b = drawGamma(random, (1 - p) * size);
  return a + b === 0 ? p : a / (a + b);
}
