/**
 * A⁻¹B for a symmetric positive definite A and any B, both size × size, row-major. Null where A is
 * not positive definite to rounding. A and B are left as they are. Zeros at the start of the rows of A
 * cost nothing: they stay zeros in its factor.
 */
export function choleskySolveLeft(a: Float64Array, b: Float64Array, size: number): Float64Array | null {
  const firsts = firstNonZeros(a, size);
  const lower = factorise(a, size, firsts);
  if (lower === null) return null;
  // Columns of B lie as rows here, so that the inner loops walk through memory in order.
  const x = transpose(b, size);
  for (let column = 0; column < size; column += 1) {
    const at = column * size;
    for (let row = 0; row < size; row += 1) {
      let sum = x[at + row]!;
      for (let k = firsts[row]!; k < row; k += 1) sum -= lower[row * size + k]! * x[at + k]!;
      x[at + row] = sum / lower[row * size + row]!;
    }
    for (let row = size - 1; row >= 0; row -= 1) {
      const value = x[at + row]! / lower[row * size + row]!;
      x[at + row] = value;
      for (let k = firsts[row]!; k < row; k += 1) x[at + k] = x[at + k]! - lower[row * size + k]! * value;
    }
  }
  return transpose(x, size);
}

function transpose(a: Float64Array, size: number): Float64Array {
  const turned = new Float64Array(a.length);
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column < size; column += 1) turned[column * size + row] = a[row * size + column]!;
  return turned;
}

/** Per row: the first column, up to the diagonal, that is not zero. */
function firstNonZeros(a: Float64Array, size: number): Int32Array {
  return Int32Array.from({ length: size }, (_, row) => {
    let column = 0;
    while (column < row && a[row * size + column] === 0) column += 1;
    return column;
  });
}

function factorise(a: Float64Array, size: number, firsts: Int32Array): Float64Array | null {
  const lower = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1) {
    for (let column = firsts[row]!; column <= row; column += 1) {
      let sum = a[row * size + column]!;
      const first = Math.max(firsts[row]!, firsts[column]!);
      for (let k = first; k < column; k += 1) sum -= lower[row * size + k]! * lower[column * size + k]!;
      if (row === column) {
        if (!(sum > a[row * size + row]! * 1e-12)) return null;
        lower[row * size + row] = Math.sqrt(sum);
      } else {
        lower[row * size + column] = sum / lower[column * size + column]!;
      }
    }
  }
  return lower;
}
