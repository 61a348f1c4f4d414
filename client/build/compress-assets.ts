import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import type { Plugin } from 'vite';

const compress = promisify(brotliCompress);
const COMPRESSIBLE = /\.(js|css|html|svg|webmanifest|json)$/;

/** Writes a `.br` beside every text file of the build, once all other plugins are done. */
export function compressAssets(): Plugin {
  let outDir = '';
  return {
    name: 'waymark:compress-assets',
    apply: 'build',
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir);
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        const files = await readdir(outDir, { recursive: true });
        const texts = files.filter((file) => COMPRESSIBLE.test(file));
        await Promise.all(
          texts.map(async (file) => {
            const content = await readFile(join(outDir, file));
            const packed = await compress(content, {
              params: {
                [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
                [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
              },
            });
            await writeFile(join(outDir, `${file}.br`), packed);
          }),
        );
      },
    },
  };
}
