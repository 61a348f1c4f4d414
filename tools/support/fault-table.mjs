/**
 * @typedef {{ side: 'server' | 'tablet', fault: string, times: number, records: number, lost: number, twice: number, changed: number, note?: string }} Row
 */

const BEGIN = '<!-- faults: written by npm run test:faults -->';
const END = '<!-- /faults -->';

/**
 * The table of what was tried, as Markdown; the server's rows first.
 * @param {readonly Row[]} rows
 */
export function faultTable(rows) {
  const cells = [...rows]
    .sort((a, b) => a.side.localeCompare(b.side))
    .map(({ side, fault, times, records, lost, twice, changed, note = '' }) =>
      [side, fault, count(times), records === 0 ? '–' : count(records), lost, twice, changed, note].join(
        ' | ',
      ),
    );
  const header = ['side', 'what was done', 'times', 'records', 'lost', 'twice', 'changed', 'and'].join(' | ');
  const line = ['---', '---', '--:', '--:', '--:', '--:', '--:', '---'].join(' | ');
  return [header, line, ...cells].map((row) => `| ${row} |`).join('\n');
}

/** @param {number} number */
const count = (number) => number.toLocaleString('en');

/**
 * @param {string} text
 * @param {string} content
 */
export function replaceBetweenMarkers(text, content) {
  const begin = text.indexOf(BEGIN);
  const end = text.indexOf(END);
  if (begin === -1 || end < begin) throw new Error(`Expected ${BEGIN} and ${END} in the document.`);
  return `${text.slice(0, begin + BEGIN.length)}\n\n${content}\n\n${text.slice(end)}`;
}
