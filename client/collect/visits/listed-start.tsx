import { Redirect } from 'wouter';
import { StartScreen } from '../start-screen.tsx';
import { startOrigin } from './start-origin.ts';
import { useWork } from './work-context.tsx';

/** The start of an interview with someone of the list. */
export function ListedStart() {
  const { work, chosen } = useWork();
  if (work === undefined) return null;
  const origin = work === null || chosen === null ? null : startOrigin(work, chosen);
  return origin === null ? <Redirect to="/collect" /> : <StartScreen origin={origin} />;
}
