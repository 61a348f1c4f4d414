import { WaymarkError } from '../../../contracts/errors.ts';
import { readJson } from '../../imports/read-json.ts';

/** Known counts over one variable, or over several together. */
export interface MarginTable {
  readonly variables: readonly string[];
  /** One code per variable, with the count of clients. */
  readonly counts: readonly { readonly codes: readonly string[]; readonly count: number }[];
}

/** Stands between the variables of a joint margin. */
const JOINT = '*';

/**
 * Reads margins: `{"sex": {"female": 300, "male": 200}}`; over several variables together, nested in their
 * order: `{"branch*sex": {"riverside": {"female": 30, "male": 20}}}`.
 *
 * Throws `FILE_UNREADABLE`, and `BAD_MARGINS` with variable and category for anything but counts.
 */
export async function readMargins(path: string): Promise<readonly MarginTable[]> {
  const json = await readJson(path, 'BAD_MARGINS');
  const entries = isRecord(json) ? Object.entries(json) : [];
  if (entries.length === 0)
    throw bad(`${path}: expected {"variable": {"category": count}}; found no variable.`, SHAPE);
  return entries.map(([name, counts]) => readTable(path, name, counts));
}

function readTable(path: string, name: string, value: unknown): MarginTable {
  const isNested = isRecord(value) && Object.values(value).some(isRecord);
  const variables = isNested ? name.split(JOINT).map((part) => part.trim()) : [name];
  const counts: { codes: readonly string[]; count: number }[] = [];
  const walk = (node: unknown, codes: readonly string[]): void => {
    const where = `${path}: "${name}"${codes.length === 0 ? '' : `, category "${codes.join(' × ')}"`}`;
    if (codes.length === variables.length) {
      if (typeof node === 'number' && Number.isFinite(node)) return void counts.push({ codes, count: node });
      throw bad(`${where}: expected a count; found ${JSON.stringify(node).slice(0, 80)}.`, SHAPE);
    }
    if (!isRecord(node) || Object.keys(node).length === 0)
      throw bad(
        `${where}: expected a count for each category${variables.length > 1 ? ` of "${variables[codes.length] ?? ''}"` : ''}; found ${JSON.stringify(node).slice(0, 80)}.`,
        SHAPE,
      );
    for (const [code, inner] of Object.entries(node)) walk(inner, [...codes, code.trim()]);
  };
  walk(value, []);
  return { variables, counts };
}

const SHAPE =
  'Write {"sex": {"female": 300, "male": 200}}; for two variables together {"branch*sex": {"riverside": {"female": 30, "male": 20}}}.';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const bad = (message: string, hint: string): WaymarkError => new WaymarkError('BAD_MARGINS', message, hint);
