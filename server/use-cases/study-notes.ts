import type { StudyRecord } from '../storage/port.ts';
import type { StudyData } from './study-data.ts';

/** The first note of all that is drawn from made-up respondents. */
export const SYNTHETIC_NOTE = 'Synthetic data: these respondents are made up, for demonstration only.';

/** Lines that must travel with every table and export of a study. */
export const studyNotes = (study: StudyRecord, { codebook }: StudyData): string[] => [
  ...(study.synthetic ? [SYNTHETIC_NOTE] : []),
  `Archetypes follow Waymark's own scoring model, version ${codebook.model.version}.`,
  ...(codebook.attribution ? [codebook.attribution] : []),
];
