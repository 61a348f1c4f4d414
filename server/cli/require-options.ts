import { WaymarkError } from '../../contracts/errors.ts';

/**
 * The options that a command cannot do without, where commander cannot ask for them: on a command that
 * has commands of its own, they would be asked of these too. Throws INVALID_REQUEST with the first missing.
 */
export function requireOptions<T extends object, K extends keyof T & string>(
  options: T,
  names: readonly K[],
): T & { readonly [P in K]-?: NonNullable<T[P]> } {
  const missing = names.find((name) => options[name] === undefined);
  if (missing === undefined) return options as T & { readonly [P in K]-?: NonNullable<T[P]> };
  throw new WaymarkError(
    'INVALID_REQUEST',
    `required option '--${missing.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}' not specified`,
    'Run the command with --help to see its options and an example.',
  );
}
