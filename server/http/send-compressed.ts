import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Request, Response } from 'express';

const compress = promisify(gzip);

/** Answers with JSON, compressed where the client takes it: for long lists over a poor network. */
export async function sendCompressed(request: Request, response: Response, body: unknown): Promise<void> {
  response.vary('Accept-Encoding').type('application/json');
  const text = JSON.stringify(body);
  if (request.acceptsEncodings('gzip') !== 'gzip') {
    response.send(text);
    return;
  }
  response.setHeader('Content-Encoding', 'gzip');
  response.send(await compress(text));
}
