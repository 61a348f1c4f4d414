/** Additional data of the box around a data key. */
export const keyLabel = (enumeratorId: string): string => `waymark key ${enumeratorId}`;
/** Additional data of the box around a profile. */
export const profileLabel = (enumeratorId: string): string => `waymark profile ${enumeratorId}`;
