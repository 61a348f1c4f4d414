import type { Codebook } from '../../../contracts/codebook.ts';

/** A file of answers: `rows` hold what differs from a person without a phone. */
export function answersFile(
  codebook: Codebook,
  rows: readonly Readonly<Record<string, string>>[],
  more: readonly string[] = [],
): string {
  const header = ['id', 'branch', 'weight', ...codebook.variables.map(({ name }) => name), ...more];
  const common: Readonly<Record<string, string>> = {
    branch: 'b',
    weight: '1',
    consent: 'yes',
    own_phone: 'no',
    shared_phone: 'no',
  };
  return [header, ...rows.map((row) => header.map((name) => row[name] ?? common[name] ?? ''))]
    .map((cells) => cells.join(','))
    .join('\n');
}
