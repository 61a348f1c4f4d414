import { WaymarkError } from '../../contracts/errors.ts';
import { didYouMean } from './nearest-names.ts';

/** Position of a column. Throws `UNKNOWN_COLUMN` with the nearest names. */
export function findColumn(path: string, header: readonly string[], name: string): number {
  const at = header.indexOf(name);
  if (at >= 0) return at;
  throw new WaymarkError(
    'UNKNOWN_COLUMN',
    `${path}: there is no column "${name}".`,
    didYouMean(
      name,
      header,
      `Its columns are: ${header.slice(0, 20).join(', ')}${header.length > 20 ? ' …' : ''}`,
    ),
  );
}
