import { ARCHETYPES } from '../../contracts/archetype.ts';
import type { BackCheckComparison, BackChecks, KappaOrReason } from '../../contracts/back-check-report.ts';
import { localize } from '../../contracts/language.ts';
import { alignColumns } from './align-columns.ts';

type Share = BackCheckComparison['overall'];
type Segments = BackCheckComparison['segments'];

/** What back-checks say, for the terminal: how far they are, then agreement by question, enumerator and segment. */
export function backCheckReportText({ tasks, synthetic, comparison }: BackChecks): string {
  const { pairs, denied, overall, items, enumerators, segments } = comparison;
  const open = tasks.filter(({ isOpen }) => isOpen).length;
  const lines = [
    `${synthetic ? 'Synthetic data. ' : ''}${tasks.length} interviews drawn, ${open} still to check; ${pairs} answered again, ${denied} denied.`,
  ];
  if (enumerators.length === 0) return `${[...lines, 'There is nothing to compare yet.'].join('\n')}\n`;
  lines.push(`Answers that agree: ${shareText(overall)}.`);
  lines.push(
    '',
    ...alignColumns([
      ['enumerator', 'pairs', 'denied', 'agree', '95 %', 'pooled kappa', ''],
      ...enumerators.map((one) => [
        one.enumerator === '' ? '–' : one.enumerator,
        ...[String(one.pairs), String(one.denied), percent(one.agreement01), intervalText(one.interval)],
        ...[kappaText(one.pooledKappa), one.isDoubtful ? 'doubtful' : ''],
      ]),
    ]),
  );
  lines.push(
    '',
    ...alignColumns([
      ['question', 'agree', 'differ', 'one side only', 'agreement', 'kappa', 'weighted kappa'],
      ...items.map((item) => [
        localize(item.label, 'en'),
        ...[String(item.agree), String(item.differ), String(item.oneMissing), percent(item.agreement01)],
        ...[kappaText(item.kappa), item.weightedKappa === null ? '–' : kappaText(item.weightedKappa)],
      ]),
    ]),
  );
  return `${[...lines, '', ...segmentLines(segments)].join('\n')}\n`;
}

function segmentLines({ itemsAsked, itemsNeeded, alone, corrected }: Segments): string[] {
  const line = (name: string, { compared, agree, weightedKappa }: Segments['alone']) =>
    `Segment ${name}: ${agree} of ${compared} stay in theirs; weighted kappa ${kappaText(weightedKappa)}.`;
  return [
    `The back-check asks ${itemsAsked} of the ${itemsNeeded} questions that decide the segment.`,
    line('from the back-check alone', alone),
    line('with its answers in place', corrected),
    ...alignColumns([
      ['interview ↓ with its answers →', ...ARCHETYPES],
      ...ARCHETYPES.map((archetype, row) => [archetype, ...(corrected.counts[row] ?? []).map(String)]),
    ]),
  ];
}

const shareText = (share: Share): string =>
  `${percent(share.agreement01)} (95 % ${intervalText(share.interval)}); ${share.differ} differ, ${share.oneMissing} on one side only`;

const percent = (share01: number | null): string =>
  share01 === null ? '–' : `${(share01 * 100).toFixed(1)} %`;

const intervalText = (interval: readonly [number, number] | null): string =>
  interval === null ? '–' : `${percent(interval[0])} to ${percent(interval[1])}`;

const REASONS = { 'few-pairs': 'too few', 'one-category': 'one answer', 'not-coded': 'not coded' } as const;

const kappaText = (kappa: KappaOrReason): string =>
  kappa.isKnown ? kappa.value.toFixed(2) : REASONS[kappa.reason];
