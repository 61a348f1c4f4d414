/**
 * The short code in the part of an address after `#` (`#code=ABCD-EFGH`), as the office's QR code has it;
 * empty where there is none, or it looks like no code.
 */
export function readScannedCode(hash: string): string {
  const code = new URLSearchParams(hash.replace(/^#/, '')).get('code') ?? '';
  return /^[A-Za-z0-9-]{4,20}$/.test(code) ? code.toUpperCase() : '';
}
