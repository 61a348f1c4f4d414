import fc from 'fast-check';

/**
 * Property tests draw the same cases on every run, so that a red build is red again tomorrow. To hunt for
 * new cases: `WAYMARK_PROPERTY_SEED=12345 npm test -- --only property`.
 */
const DEFAULT_SEED = 20_261_122;

fc.configureGlobal({ seed: Number(process.env.WAYMARK_PROPERTY_SEED ?? DEFAULT_SEED) });
