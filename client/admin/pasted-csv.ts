/** Text as it comes from a spreadsheet, with tabs between cells, as CSV; any other text as it is. */
export function pastedCsv(text: string): string {
  const [header = ''] = text.split('\n', 1);
  if (!header.includes('\t')) return text;
  return text
    .split(/\r?\n/)
    .map((line) => line.split('\t').map(quoted).join(','))
    .join('\n');
}

const quoted = (cell: string): string =>
  /[",]/.test(cell) && !/^".*"$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
