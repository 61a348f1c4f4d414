/**
 * The hash of what was inside, where an interview came sealed; `hash` is over the sealed bytes. The same
 * interview sealed twice has two hashes but one content.
 */
export const SEALING = {
  name: '0003-sealing',
  statements: [`alter table submissions add column content_hash text`],
};
