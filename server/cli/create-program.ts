import { Command } from 'commander';
import { addAgreementCommand } from './commands/agreement.ts';
import { addAuditCommand } from './commands/audit.ts';
import { addBackCheckCommand } from './commands/back-check.ts';
import { addBackupCommand } from './commands/backup.ts';
import { addCasesCommand } from './commands/cases.ts';
import { addClassesCommand } from './commands/classes.ts';
import { addClusterCommand } from './commands/cluster.ts';
import { addCrosstabCommand } from './commands/crosstab.ts';
import { addDemoCommand } from './commands/demo.ts';
import { addDescribeCommand } from './commands/describe.ts';
import { addExperimentCommand } from './commands/experiment.ts';
import { addExportCommand } from './commands/export.ts';
import { addHeldCommand } from './commands/held.ts';
import { addPhotosCommand } from './commands/photos.ts';
import { addImportCommand } from './commands/import.ts';
import { addInstrumentCommand } from './commands/instrument.ts';
import { addPersonalCommand } from './commands/personal.ts';
import { addPersonCommand } from './commands/person.ts';
import { addProfilesCommand } from './commands/profiles.ts';
import { addQualityCommand } from './commands/quality.ts';
import { addReliabilityCommand } from './commands/reliability.ts';
import { addResponseRatesCommand } from './commands/response-rates.ts';
import { addRestoreCommand } from './commands/restore.ts';
import { addScoreCommand } from './commands/score.ts';
import { addSealingKeyCommand } from './commands/sealing-key.ts';
import { addServeCommand } from './commands/serve.ts';
import { addSizeCommand } from './commands/size.ts';
import { addStudyCommand } from './commands/study.ts';
import { addTransitionsCommand } from './commands/transitions.ts';
import { addTypingToolCommand } from './commands/typing-tool.ts';
import { addWeightCommand } from './commands/weight.ts';

/**
 * All commands. Each file under `commands/` adds one and loads what it works with only when it
 * runs, so that `score` never waits for the web server or the database.
 */
export function createProgram(): Command {
  const program = new Command('waymark')
    .description(
      'Measures how digitally mature the clients of a microfinance institution are, branch by branch.',
    )
    .exitOverride()
    // An option after a command's own command belongs to that one: `experiment assign --input`.
    .enablePositionalOptions()
    .configureOutput({
      // Errors are reported in one place, in one form: see report-error.ts.
      outputError: () => undefined,
    })
    .showSuggestionAfterError()
    .helpCommand(false);
  addServeCommand(program);
  addDemoCommand(program);
  addImportCommand(program);
  addScoreCommand(program);
  addCrosstabCommand(program);
  addDescribeCommand(program);
  addClassesCommand(program);
  addClusterCommand(program);
  addAgreementCommand(program);
  addExperimentCommand(program);
  addExportCommand(program);
  addInstrumentCommand(program);
  addSizeCommand(program);
  addStudyCommand(program);
  addCasesCommand(program);
  addPersonCommand(program);
  addPersonalCommand(program);
  addAuditCommand(program);
  addHeldCommand(program);
  addBackCheckCommand(program);
  addPhotosCommand(program);
  addBackupCommand(program);
  addRestoreCommand(program);
  addSealingKeyCommand(program);
  addTransitionsCommand(program);
  addTypingToolCommand(program);
  addWeightCommand(program);
  addProfilesCommand(program);
  addReliabilityCommand(program);
  addQualityCommand(program);
  addResponseRatesCommand(program);
  return program;
}
