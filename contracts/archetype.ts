/**
 * The four digital-maturity archetypes, least to most mature. The order is the scale: every chart,
 * card, export and statistic uses it. The codes are also the English labels.
 * Source: the archetypes are named by Accion's toolkit (2023), which publishes no thresholds.
 */
export const ARCHETYPES = ['Nascent', 'Experimenter', 'Emerger', 'Enabled'] as const;

export type Archetype = (typeof ARCHETYPES)[number];

/** Position on the scale, 0 (Nascent) to 3 (Enabled). */
export const archetypeRank = (archetype: Archetype): number => ARCHETYPES.indexOf(archetype);

/** Shown where a respondent answered too little to be placed. Never counted as Nascent. */
export const NOT_CLASSIFIED = 'Not classified';
