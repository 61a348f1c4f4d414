import type { Plugin, Rolldown } from 'vite';

interface FirstScreen {
  /** The page whose first screen it is. */
  readonly page: RegExp;
  /** The module that draws it, which the page's own script asks for at once. */
  readonly drawnBy: RegExp;
  /** Code that it does not need, and therefore must not wait for. */
  readonly unwanted: RegExp;
}

/**
 * Lets the page fetch all that draws its first screen together, rather than one after the other, and fails the
 * build where something unwanted is among it: one import of a constant is enough to bring a library along.
 */
export function firstScreen({ page, drawnBy, unwanted }: FirstScreen): Plugin {
  return {
    name: 'waymark:first-screen',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_, { bundle, filename }) {
        if (bundle === undefined || !page.test(filename)) return undefined;
        const own = reachedFrom(chunkOf(bundle, page), bundle);
        const needed = reachedFrom(chunkOf(bundle, drawnBy), bundle);
        const found = [...own, ...needed].flatMap(({ moduleIds }) =>
          moduleIds.filter((id) => unwanted.test(id)),
        );
        if (found.length > 0)
          throw new Error(`The first screen must not wait for ${found.slice(0, 3).join(', ')}.`);
        return [...needed]
          .filter((chunk) => !own.has(chunk))
          .map(({ fileName }) => ({
            tag: 'link',
            attrs: { rel: 'modulepreload', crossorigin: true, href: `/${fileName}` },
            injectTo: 'head' as const,
          }));
      },
    },
  };
}

function chunkOf(bundle: Rolldown.OutputBundle, module: RegExp): Rolldown.OutputChunk {
  for (const file of Object.values(bundle))
    if (file.type === 'chunk' && module.test(file.facadeModuleId ?? '')) return file;
  throw new Error(`No chunk of the build is made from ${String(module)}.`);
}

/** The chunk, and all that it imports before its own code runs. */
function reachedFrom(
  start: Rolldown.OutputChunk,
  bundle: Rolldown.OutputBundle,
): ReadonlySet<Rolldown.OutputChunk> {
  const reached = new Set<Rolldown.OutputChunk>();
  const open = [start];
  for (let chunk = open.pop(); chunk !== undefined; chunk = open.pop()) {
    if (reached.has(chunk)) continue;
    reached.add(chunk);
    for (const name of chunk.imports) {
      const next = bundle[name];
      if (next?.type === 'chunk') open.push(next);
    }
  }
  return reached;
}
