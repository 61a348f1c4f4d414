import { useTexts } from '../i18n/language-context.tsx';
import { Banner } from '../ui/banner.tsx';
import { sessionTexts } from './messages.ts';

/** Stands above everything that shows made-up respondents. */
export function SyntheticBanner() {
  return <Banner tone="warn">{useTexts(sessionTexts).synthetic}</Banner>;
}
