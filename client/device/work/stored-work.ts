/** An enumerator's list of work as it lies in storage. It is the copy of what the server said last. */
export interface StoredWork {
  /** Id of the enumerator under whose data key the box is. */
  readonly owner: string;
  /** Of the link that it was asked for under. */
  readonly tabletId: string;
  /** As the server gave it, to ask whether anything has changed. It says nothing of the content. */
  readonly version: string;
  /** Device clock, ms: when the server last said so. */
  readonly fetchedAtMs: number;
  /** Box of a `DeviceWork`. */
  readonly box: Uint8Array;
}

/** What a record of this tablet did of the list, until the server's list says so itself. Kept in order of writing. */
export interface StoredMark {
  /** Of the visit, interview or back-check. */
  readonly recordId: string;
  readonly owner: string;
  /** Box of a `Mark`. */
  readonly box: Uint8Array;
}
