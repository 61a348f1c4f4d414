/** Name of a downloaded CSV file, safe on every file system. */
export const exportFileName = (study: unknown, what: string): string =>
  `waymark-${String(study)}-${what}.csv`.replaceAll(/[^\w.-]/g, '-');
