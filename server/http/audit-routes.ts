import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { auditQuerySchema } from '../../contracts/audit.ts';
import { auditCsv } from '../exports/audit-csv.ts';
import { UTF8_BOM } from '../exports/csv-writer.ts';
import { record } from '../use-cases/audit/audited.ts';
import { readAuditPage, searchAudit } from '../use-cases/audit/read-audit.ts';
import type { Context } from '../use-cases/context.ts';
import { readInput } from './read-input.ts';
import type { Route } from './route.ts';

/** The audit log, for administrators of every branch: its lines belong to no branch. */
export const auditRoutes = (context: Context): readonly Route[] => [
  {
    method: 'GET',
    path: '/api/audit',
    access: 'audit.read',
    everyBranch: true,
    handle: async (request, response) => {
      response.json(await readAuditPage(context, readInput(auditQuerySchema, request.query)));
    },
  },
  {
    method: 'GET',
    path: '/api/audit.csv',
    access: 'audit.read',
    everyBranch: true,
    action: 'audit.export',
    records: 'itself',
    handle: async (request, response, { actor }) => {
      const query = readInput(auditQuerySchema, request.query);
      await record(context, { actor, action: 'audit.export' }, 'allowed');
      response.attachment('waymark-audit.csv').type('text/csv; charset=utf-8');
      response.write(UTF8_BOM);
      await pipeline(Readable.from(auditCsv(searchAudit(context.store, query))), response);
    },
  },
];
