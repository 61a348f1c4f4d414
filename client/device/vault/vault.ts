/**
 * What one person's data key can do while she has the tablet unlocked. It lives in memory only: closing
 * the app, or locking it, forgets it.
 */
export interface Vault {
  readonly enumeratorId: string;
  readonly name: string;
  /** Encrypts at once, within the call. The label says what the box belongs to and opens only with it. */
  readonly box: (text: string, label: string) => Uint8Array<ArrayBuffer>;
  /** Throws where the box was changed, or is another's, or belongs to another label. */
  readonly unbox: (box: Uint8Array, label: string) => string;
  /** As `box`, for a text of megabytes: away from the page, which goes on. */
  readonly boxLarge: (text: string, label: string) => Promise<Uint8Array<ArrayBuffer>>;
  /** As `unbox`, for such a text. The boxes of the two are alike. */
  readonly unboxLarge: (box: Uint8Array, label: string) => Promise<string>;
  /** The data key itself, base64url: for its escrow to the institution only. */
  readonly exportKey: () => string;
}
