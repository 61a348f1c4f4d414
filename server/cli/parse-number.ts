import { InvalidArgumentError } from 'commander';

/** A parser for whole numbers of an option, e.g. `wholeNumber(0, 65_535)` for a port. */
export const wholeNumber =
  (minimum: number, maximum: number) =>
  (text: string): number => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= minimum && value <= maximum) return value;
    throw new InvalidArgumentError(`Expected a whole number from ${minimum} to ${maximum}.`);
  };

/** Seeds are 32 bits, without sign. */
export const parseSeed = wholeNumber(0, 0xffff_ffff);

/** A parser for a number of an option, e.g. `decimalBetween(-90, 90)` for a latitude. */
export const decimalBetween =
  (minimum: number, maximum: number) =>
  (text: string): number => {
    const value = text.trim() === '' ? Number.NaN : Number(text);
    if (value >= minimum && value <= maximum) return value;
    throw new InvalidArgumentError(`Expected a number from ${minimum} to ${maximum}.`);
  };

/** A parser for a proportion of an option, e.g. `shareBetween(0.5, 0.9999)` for a confidence level. */
export const shareBetween = (minimum: number, maximum: number): ((text: string) => number) =>
  decimalBetween(minimum, maximum);
