/** An error as the log may hold it. */
export interface SafeError {
  readonly type: string;
  readonly code?: string;
  readonly message: string;
  readonly stack: readonly string[];
}

/**
 * What of an error goes to the log. Quoted parts of its message are left out, because that is where a parser
 * or a check repeats what it was given, and so are all further properties (a body parser hangs the whole
 * body on its error). Places in the code stay.
 *
 * @example safeError(new SyntaxError(`Unexpected token 'R', "Rosa" is not valid JSON`)).message
 * // Unexpected token …, … is not valid JSON
 */
export function safeError(error: unknown): SafeError {
  if (!(error instanceof Error)) return { type: typeof error, message: '', stack: [] };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  return {
    type: error.name,
    ...(code === undefined ? {} : { code }),
    message: withoutQuotes(error.message),
    stack: (error.stack ?? '')
      .split('\n')
      .filter((line) => /^ +at /.test(line))
      .map((line) => line.trim())
      .slice(0, 12),
  };
}

const withoutQuotes = (text: string): string =>
  text.replaceAll(/"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'|`[^`]*`|“[^”]*”/gs, '…').slice(0, 500);
