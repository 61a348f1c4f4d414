import { z } from 'zod';

/** Characters that an enumerator's notes may have. */
export const LONGEST_NOTE = 4000;

/** What an enumerator noted about an interview, in her own words: personal data. Absent where she noted nothing. */
export const interviewNotesSchema = z.string().min(1).max(LONGEST_NOTE);
