/** Argon2id and what unlocks with it: fetched while she looks for her name, kept for work offline. */
export const loadVaultCode = () => import('../../device/vault/vault-code.ts');
