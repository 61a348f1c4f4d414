/** Shortest PIN or passphrase. */
const SHORTEST_PIN = 6;

export type PinProblem = 'pinShort' | 'pinSimple' | 'pinsDiffer';

/** What is wrong with a new PIN; null if nothing. One digit repeated, or digits in a row, is no secret. */
export function pinProblem(pin: string, again: string): PinProblem | null {
  if (pin.length < SHORTEST_PIN) return 'pinShort';
  const steps = new Set(
    Array.from(pin)
      .slice(1)
      .map((char, index) => char.charCodeAt(0) - pin.charCodeAt(index)),
  );
  const [step = NaN] = steps;
  if (steps.size === 1 && Math.abs(step) <= 1) return 'pinSimple';
  return pin === again ? null : 'pinsDiffer';
}
