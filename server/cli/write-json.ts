/**
 * Writes a result as JSON, to the terminal or, in one step, to a file. JSON has no NaN and would turn it
 * into a bare null: every number that cannot be computed must be null with its reason, so this throws.
 */
export async function writeJson(result: unknown, output?: string): Promise<void> {
  const text = `${JSON.stringify(result, refuseNonFinite, 2)}\n`;
  if (output === undefined) {
    process.stdout.write(text);
    return;
  }
  const { writeAtomically } = await import('../exports/write-atomically.ts');
  await writeAtomically(output, [text]);
}

function refuseNonFinite(key: string, value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new Error(`The result "${key}" is ${value}, without a reason.`);
  }
  return ArrayBuffer.isView(value) ? [...(value as Float64Array)] : value;
}
