import { launchBrowser, LAPTOP } from './launch-browser.ts';

/** A table as a person reads it: headings, and for each row its label and its cells. */
export interface ShownTable {
  readonly columns: readonly string[];
  readonly rows: Readonly<Record<string, readonly string[]>>;
}

export type Analyst = Awaited<ReturnType<typeof createAnalyst>>;

/** An analyst at her laptop. */
export async function createAnalyst(profileDir: string, address: () => string) {
  const browser = await launchBrowser(profileDir, LAPTOP);
  const { page } = browser;
  return {
    page,
    open: async (path: string): Promise<void> => {
      await page.goto(`${address()}${path}`);
    },
    signIn: async ({
      email,
      password,
    }: {
      readonly email: string;
      readonly password: string;
    }): Promise<void> => {
      await page.goto(`${address()}/sign-in`);
      await page.locator('input[name=email]').fill(email);
      await page.locator('input[name=password]').fill(password);
      await page.locator('button[type=submit]').click();
      await page.waitForURL((url) => url.pathname !== '/sign-in');
    },
    /** Opens the page of segments with a table of unweighted counts. */
    openCounts: async (rows: string, columns: string): Promise<void> => {
      const query = new URLSearchParams({ study: 'demo', rows, columns, weighted: '0', show: 'count' });
      await page.goto(`${address()}/segments?${query.toString()}`);
      await page.locator('table.crosstab').waitFor({ timeout: 60_000 });
    },
    readTable: async (): Promise<ShownTable> =>
      await page.locator('table.crosstab').evaluate((table) => {
        const text = (cell: Element): string => (cell.firstChild?.textContent ?? '').trim();
        const columns = [...table.querySelectorAll('thead th')].slice(1).map(text);
        const rows = [...table.querySelectorAll('tbody tr')].map((row) => {
          const [label, ...cells] = [...row.querySelectorAll('th, td')].map(text);
          return [label ?? '', cells] as const;
        });
        return { columns, rows: Object.fromEntries(rows) };
      }),
    close: async (): Promise<void> => {
      await browser.close();
    },
  };
}
