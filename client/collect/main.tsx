import '../no-eval.ts';
import '../ui/tokens.css';
import '../ui/fonts.css';
import '../ui/elements.css';
import './collect.css';
import './interview/interview.css';
import './result/result.css';
import './visits/visits.css';
import { applyTheme } from '../ui/apply-theme.ts';
import { openDevice } from './shell/open-device.ts';

/**
 * The tablet. Its storage opens while its screens are still being loaded, so that the first frame they draw
 * is the one that she came for; until then collect.html shows the head of the page.
 */
async function start(container: HTMLElement): Promise<void> {
  const opening = openDevice();
  const { renderCollectApp } = await import('./render-collect-app.tsx');
  renderCollectApp(container, await opening);
}

applyTheme();
const container = document.getElementById('app');
if (container === null) throw new Error('collect.html has no element with the id "app".');
void start(container);
