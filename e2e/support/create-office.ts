import { z } from 'zod';
import { enrolCodeSchema, tabletSchema } from '../../contracts/api.ts';
import {
  boardSchema,
  studyQualityReportSchema,
  type Board,
  type StudyQualityReport,
} from '../../contracts/supervision.ts';
import { casePageSchema, type CasePage } from '../../contracts/case-list.ts';
import { crosstabSchema, type Crosstab } from '../../contracts/table.ts';

/** Someone signed in, calling the API as a program would: for what a test needs but does not test. */
export interface Office {
  readonly enrolCode: (branches?: readonly string[] | null) => Promise<string>;
  /** Revokes every tablet of the institution. */
  readonly revokeTablets: () => Promise<void>;
  readonly board: () => Promise<Board>;
  readonly quality: () => Promise<StudyQualityReport>;
  /** Takes a respondent list (CSV) into the study. */
  readonly importCases: (csv: string) => Promise<void>;
  /** Those of the respondent list whose number has this text in it, as the server holds them. */
  readonly cases: (text: string) => Promise<CasePage['cases']>;
  readonly crosstab: (rows: string, columns: string) => Promise<Crosstab>;
  readonly segmentsCsv: () => Promise<string>;
  /** Any other call: with a body it is a POST. Gives what came as JSON; null where nothing did. */
  readonly ask: (path: string, body?: unknown) => Promise<unknown>;
  readonly crosstabCsv: (rows: string, columns: string) => Promise<string>;
}

/** E-mail and password of a demo person, from what `waymark serve` printed on its first start. */
export function findSignIn(output: string, email: string): { email: string; password: string } {
  const line = output.split('\n').find((each) => each.includes(email));
  const password = line
    ?.split(/\s+/)
    .filter((word) => /^[A-Za-z0-9_-]{16}$/.test(word))
    .at(-1);
  if (password === undefined) throw new Error(`No password for ${email} in:\n${output}`);
  return { email, password };
}

/** Signs in; the server may move between calls, so its address is asked for each time. */
export async function createOffice(
  serverUrl: () => string,
  signIn: { readonly email: string; readonly password: string },
  study = 'demo',
): Promise<Office> {
  const call = async (path: string, cookie: string, body?: unknown): Promise<Response> => {
    const url = serverUrl();
    const response = await fetch(`${url}${path}`, {
      headers: {
        origin: url,
        ...(cookie && { cookie }),
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
    });
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return response;
  };
  const signedIn = await call('/api/auth/sign-in/email', '', signIn);
  const cookie = signedIn.headers
    .getSetCookie()
    .map((each) => each.split(';')[0] ?? '')
    .join('; ');
  const table = (rows: string, columns: string, format: string) =>
    `/api/studies/${study}/crosstab?${new URLSearchParams({ rows, columns, weighted: '0', format }).toString()}`;

  return {
    ask: async (path, body) => {
      const text = await (await call(path, cookie, body)).text();
      return text === '' ? null : (JSON.parse(text) as unknown);
    },
    enrolCode: async (branches = null) => {
      const response = await call('/api/tablets/codes', cookie, { studyId: study, branches });
      return enrolCodeSchema.parse(await response.json()).code;
    },
    revokeTablets: async () => {
      const tablets = z.array(tabletSchema).parse(await (await call('/api/tablets', cookie)).json());
      for (const { id } of tablets) await call(`/api/tablets/${id}/revoke`, cookie, {});
    },
    board: async () => boardSchema.parse(await (await call(`/api/studies/${study}/board`, cookie)).json()),
    quality: async () =>
      studyQualityReportSchema.parse(await (await call(`/api/studies/${study}/quality`, cookie)).json()),
    importCases: async (csv) => {
      await call(`/api/studies/${study}/cases`, cookie, { csv });
    },
    cases: async (text) =>
      casePageSchema.parse(await (await call(`/api/studies/${study}/cases?text=${text}`, cookie)).json())
        .cases,
    crosstab: async (rows, columns) =>
      crosstabSchema.parse(await (await call(table(rows, columns, 'json'), cookie)).json()),
    crosstabCsv: async (rows, columns) => await (await call(table(rows, columns, 'csv'), cookie)).text(),
    segmentsCsv: async () => await (await call(`/api/studies/${study}/segments.csv`, cookie)).text(),
  };
}
