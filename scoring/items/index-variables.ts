import type { Codebook, Variable } from '../../contracts/codebook.ts';

/** A variable with its place in the columns and its codes numbered. */
export interface IndexedVariable {
  readonly index: number;
  readonly variable: Variable;
  /** Codes in codebook order, then missing codes that are not among them. */
  readonly codes: readonly string[];
  readonly codeIndex: ReadonlyMap<string, number>;
  /** 1 where the code of that index is a missing code. */
  readonly isMissing: Uint8Array;
}

/** Numbers variables and codes once, so that the engine works on integers. */
export function indexVariables(codebook: Codebook): ReadonlyMap<string, IndexedVariable> {
  const indexed = new Map<string, IndexedVariable>();
  codebook.variables.forEach((variable, index) => {
    const codes = [
      ...new Set([...variable.values.map((value) => value.code), ...Object.keys(variable.missing)]),
    ];
    indexed.set(variable.name, {
      index,
      variable,
      codes,
      codeIndex: new Map(codes.map((code, position) => [code, position])),
      isMissing: Uint8Array.from(codes, (code) => (code in variable.missing ? 1 : 0)),
    });
  });
  return indexed;
}
