import { z } from 'zod';
import { WaymarkError } from '../../contracts/errors.ts';
import type { ClientFilter } from '../../scoring/sizing/client-filter.ts';
import { readJson } from './read-json.ts';

const values = z.array(z.string().min(1)).min(1);
const filterSchema: z.ZodType<ClientFilter> = z.lazy(() =>
  z.union([
    z.strictObject({ column: z.string(), in: values }),
    z.strictObject({ column: z.string(), notIn: values }),
    z
      .strictObject({ column: z.string(), atLeast: z.number().optional(), atMost: z.number().optional() })
      .refine(({ atLeast, atMost }) => atLeast !== undefined || atMost !== undefined),
    z.strictObject({ all: z.array(filterSchema).min(1) }),
    z.strictObject({ any: z.array(filterSchema).min(1) }),
    z.strictObject({ not: filterSchema }),
  ]),
);

const FORM =
  'Write column=value, column=value|value, column!=value, column>=number or column<=number, with commas between; all must hold. Or name a JSON file.';
const PART = /^([^=!<>]+?)\s*(!=|>=|<=|=)\s*(.+)$/;

/**
 * Reads a condition on clients: the short form of an option (`sector=trade|food,loan_balance>=100`; all
 * parts must hold), or the name of a JSON file that holds one. Throws INVALID_REQUEST.
 */
export async function readFilter(text: string): Promise<ClientFilter> {
  if (text.endsWith('.json')) {
    const parsed = filterSchema.safeParse(await readJson(text, 'INVALID_REQUEST'));
    if (parsed.success) return parsed.data;
    throw new WaymarkError(
      'INVALID_REQUEST',
      `${text}: expected a condition on clients.`,
      'Write { "column": "sector", "in": ["trade"] }, with "notIn", "atLeast" or "atMost" in its place, or join several with "all", "any" and "not".',
    );
  }
  return { all: text.split(',').map(parsePart) };
}

function parsePart(part: string): ClientFilter {
  const [, column = '', sign, right = ''] = PART.exec(part.trim()) ?? [];
  const value = right.trim();
  const list = value.split('|').map((one) => one.trim());
  const isList = list.every((one) => one !== '');
  if (sign === '=' && isList) return { column, in: list };
  if (sign === '!=' && isList) return { column, notIn: list };
  if (sign === '>=' && Number.isFinite(Number(value))) return { column, atLeast: Number(value) };
  if (sign === '<=' && Number.isFinite(Number(value))) return { column, atMost: Number(value) };
  throw new WaymarkError('INVALID_REQUEST', `"${part.trim()}" is not a condition on clients.`, FORM);
}
