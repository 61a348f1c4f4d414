/** A script for a page: its clock goes wrong by so many milliseconds; what measures time is left alone. */
export const shiftClock = (byMs: number): string => `(${shift.toString()})(${byMs})`;

/** Runs in the page. */
function shift(byMs: number): void {
  const real = Date;
  const now = () => real.now() + byMs;
  globalThis.Date = new Proxy(real, {
    construct: (target, args: readonly unknown[], self) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, self) as object,
    apply: () => new real(now()).toString(),
    get: (target, key, self): unknown => (key === 'now' ? now : Reflect.get(target, key, self)),
  });
}
