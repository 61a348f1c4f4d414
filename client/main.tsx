import { createRoot } from 'react-dom/client';
import './ui/tokens.css';
import './ui/fonts.css';
import './ui/elements.css';
import { applyStoredTheme } from './ui/theme.ts';

/** Two apps under one address: the tablet under `/collect`, the analyst's pages everywhere else. */
async function start(container: HTMLElement): Promise<void> {
  const isTablet = /^\/collect(\/|$)/.test(location.pathname);
  const App = isTablet
    ? (await import('./collect/collect-app.tsx')).CollectApp
    : (await import('./analyse/analyse-app.tsx')).AnalyseApp;
  createRoot(container).render(<App />);
}

applyStoredTheme();
const container = document.getElementById('app');
if (container === null) throw new Error('index.html has no element with the id "app".');
void start(container);
