const DELIMITERS = [',', ';', '\t'] as const;

/**
 * The cell separator of a file, from its header line: comma, semicolon or tab, whichever stands
 * most often outside quotes; a comma where there is none (one column).
 */
export function sniffDelimiter(headerLine: string): string {
  const bare = headerLine.replace(/"[^"]*"/g, '');
  let best: string = ',';
  let most = 0;
  for (const delimiter of DELIMITERS) {
    const count = bare.split(delimiter).length - 1;
    if (count > most) [best, most] = [delimiter, count];
  }
  return best;
}
