import { createAnalyst } from './create-analyst.ts';
import { createOffice, findSignIn } from './create-office.ts';
import { createTablet } from './create-tablet.ts';
import { fillStudy } from './fill-study.ts';
import { LAPTOP, TABLET } from './launch-browser.ts';
import { lookForBarriers } from './look-for-barriers.ts';
import { notVisited, pagesOfApp } from './pages-of-app.ts';
import { type RunningServer } from './start-server.ts';
import { tourOffice, tourTablet } from './tour.ts';
import { watchComplaints } from './watch-complaints.ts';

/** What was found on one half of the client; all empty where nothing is wrong. */
interface Looked {
  readonly found: readonly string[];
  /** What the pages complained of by themselves: breaches of the content policy, errors that nobody caught. */
  readonly complaints: readonly string[];
  /** Pages that the router names and the tour does not stop at. */
  readonly missed: readonly string[];
}

const administrator = (server: RunningServer) => findSignIn(server.output(), 'administrator@demo.example');

/** Looks for barriers on every screen of the tablet. */
export async function checkTablet(
  server: RunningServer,
  profileDir: string,
  how: 'quick' | 'full',
): Promise<Looked> {
  const { visit, found, paths } = lookForBarriers(
    [TABLET, { width: 360, height: 740, touch: true }, LAPTOP],
    how,
  );
  const tablet = await createTablet(profileDir, server.url());
  const complaints = await watchComplaints(tablet.page());
  try {
    const office = await createOffice(server.url, administrator(server));
    await fillStudy(server.url, office, tablet.page());
    await tourTablet(tablet, office, visit);
  } finally {
    await tablet.close();
  }
  return {
    found,
    complaints,
    missed: notVisited(pagesOfApp('tablet'), paths),
  };
}

/** Looks for barriers on every page of the office. */
export async function checkOffice(
  server: RunningServer,
  profileDir: string,
  how: 'quick' | 'full',
): Promise<Looked> {
  const { visit, found, paths } = lookForBarriers([LAPTOP, TABLET], how);
  const analyst = await createAnalyst(profileDir, server.url);
  const complaints = await watchComplaints(analyst.page);
  try {
    const office = await createOffice(server.url, administrator(server));
    await fillStudy(server.url, office, analyst.page);
    await tourOffice(analyst, administrator(server), visit);
  } finally {
    await analyst.close();
  }
  return { found, complaints, missed: notVisited(pagesOfApp('office'), paths) };
}
