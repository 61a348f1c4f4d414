import type { Command } from 'commander';
import { readConfig } from '../../config.ts';
import { wholeNumber } from '../parse-number.ts';
import { DATA_OPTION } from '../with-waymark.ts';

interface ServeOptions {
  readonly port?: number;
  readonly data?: string;
  readonly demo: boolean;
}

export function addServeCommand(program: Command): void {
  program
    .command('serve')
    .description('Starts the server. The first start loads a demo study of synthetic interviews.')
    .option('--port <number>', 'port to listen on (default: WAYMARK_PORT, or 4300)', wholeNumber(0, 65_535))
    .option(...DATA_OPTION)
    .option('--no-demo', 'leave a new database empty')
    .addHelpText(
      'after',
      `
Example:
  waymark serve --port 4300 --data ./data`,
    )
    .action(serve);
}

async function serve({ port, data, demo }: ServeOptions): Promise<void> {
  const config = readConfig();
  const [{ createWaymark }, { createLog }, { startText }, { stopOnSignal }, { runDaily }, { purgeDaily }] =
    await Promise.all([
      import('../../compose.ts'),
      import('../../operations/create-log.ts'),
      import('../start-text.ts'),
      import('../../operations/stop-on-signal.ts'),
      import('../../operations/run-daily.ts'),
      import('../../use-cases/personal/purge-daily.ts'),
    ]);
  const log = createLog(config.logLevel);
  const waymark = await createWaymark({
    dataDir: data ?? config.dataDir,
    log,
    publicUrl: config.publicUrl,
    proxies: config.proxies,
    minFreeBytes: config.minFreeBytes,
    metricsToken: config.metricsToken,
  });
  try {
    const listening = await waymark.listen(port ?? config.port, config.host);
    const daily = runDaily(
      async () => {
        await purgeDaily(waymark.context);
        await waymark.store.erasures.clearLog();
      },
      (error) => {
        log.error({ err: error }, 'the daily work failed');
      },
    );
    stopOnSignal(async () => {
      await daily.stop();
      await listening.close();
      await waymark.close();
    }, log);
    process.stdout.write(await startText(waymark.context, config.publicUrl ?? listening.url, demo));
  } catch (error) {
    await waymark.close();
    throw error;
  }
}
