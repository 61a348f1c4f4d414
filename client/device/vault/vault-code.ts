export { addEnumerator } from './add-enumerator.ts';
export { adoptPlainDrafts } from './adopt-plain-drafts.ts';
export { changePin } from './change-pin.ts';
export { escrowKey } from './escrow-key.ts';
export { unlock } from './unlock.ts';
