import { WaymarkError } from '../../contracts/errors.ts';

/** Column names of a header row, trimmed. Throws `CSV_HEADER` where one is empty or stands twice. */
export function checkHeader(path: string, cells: readonly string[]): readonly string[] {
  const names = cells.map((cell) => cell.trim());
  const seen = new Map<string, number>();
  names.forEach((name, index) => {
    if (name === '')
      throw new WaymarkError(
        'CSV_HEADER',
        `${path}, line 1: expected a name for every column, but column ${index + 1} of ${names.length} has none.`,
        'The first line must name each column. Give the column a name, or delete it.',
      );
    const earlier = seen.get(name);
    if (earlier !== undefined)
      throw new WaymarkError(
        'CSV_HEADER',
        `${path}, line 1: the column name "${name}" stands twice, at columns ${earlier + 1} and ${index + 1}.`,
        'Rename or delete one of them.',
      );
    seen.set(name, index);
  });
  return names;
}
