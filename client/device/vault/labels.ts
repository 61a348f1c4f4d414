/** Additional data of the box around a data key. */
export const keyLabel = (enumeratorId: string): string => `waymark key ${enumeratorId}`;
/** Additional data of the box around a profile. */
export const profileLabel = (enumeratorId: string): string => `waymark profile ${enumeratorId}`;
/** Additional data of the box around an enumerator's list of work. */
export const workLabel = (enumeratorId: string): string => `waymark work ${enumeratorId}`;
/** Additional data of the box around what a record did of that list. */
export const markLabel = (recordId: string): string => `waymark mark ${recordId}`;
