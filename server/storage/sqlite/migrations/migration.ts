/** One step of the schema. A shipped step is never changed; a new one is added at the end. */
export interface Migration {
  readonly name: string;
  readonly statements: readonly string[];
}
