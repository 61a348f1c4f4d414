import './no-eval.ts';
import { createRoot } from 'react-dom/client';
import './ui/tokens.css';
import './ui/fonts.css';
import './ui/elements.css';
import { applyTheme } from './ui/apply-theme.ts';

/** The office's pages. The tablet, under `/collect`, is a page of its own: `collect/main.tsx`. */
async function start(container: HTMLElement): Promise<void> {
  const { AnalyseApp } = await import('./analyse/analyse-app.tsx');
  createRoot(container).render(<AnalyseApp />);
}

applyTheme();
const container = document.getElementById('app');
if (container === null) throw new Error('index.html has no element with the id "app".');
void start(container);
