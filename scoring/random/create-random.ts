export interface Random {
  /** The next number, uniform on [0, 1), with 53 random bits. */
  next(): number;
}

/**
 * A seeded generator: the same seed gives the same numbers on every machine. sfc32 (Doty-Humphrey,
 * PractRand), its state filled by splitmix32 from the seed. Not for secrets.
 *
 * @param seed any finite number; its integer part and the bits above 32 both count.
 */
export function createRandom(seed: number): Random {
  let mixing = (Math.trunc(seed) ^ Math.trunc(seed / 4294967296)) | 0;
  const mix = (): number => {
    mixing = (mixing + 0x9e3779b9) | 0;
    let z = mixing ^ (mixing >>> 16);
    z = Math.imul(z, 0x21f0aaad);
    z ^= z >>> 15;
    z = Math.imul(z, 0x735a2d97);
    return z ^ (z >>> 15);
  };
  let a = mix();
  let b = mix();
  let c = mix();
  let d = 1;
  const next32 = (): number => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + t) | 0;
    return t >>> 0;
  };
  for (let warmUp = 0; warmUp < 12; warmUp += 1) next32();
  return {
    next: () => ((next32() >>> 5) * 67108864 + (next32() >>> 6)) / 9007199254740992,
  };
}
