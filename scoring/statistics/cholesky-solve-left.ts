/**
 * A⁻¹B for a symmetric positive definite A and any B, both size × size, row-major. Null where A is
 * not positive definite to rounding. A and B are left as they are.
 */
export function choleskySolveLeft(a: Float64Array, b: Float64Array, size: number): Float64Array | null {
  const lower = factorise(a, size);
  if (lower === null) return null;
  const x = b.slice();
  for (let column = 0; column < size; column += 1) {
    for (let row = 0; row < size; row += 1) {
      let sum = x[row * size + column]!;
      for (let k = 0; k < row; k += 1) sum -= lower[row * size + k]! * x[k * size + column]!;
      x[row * size + column] = sum / lower[row * size + row]!;
    }
    for (let row = size - 1; row >= 0; row -= 1) {
      let sum = x[row * size + column]!;
      for (let k = row + 1; k < size; k += 1) sum -= lower[k * size + row]! * x[k * size + column]!;
      x[row * size + column] = sum / lower[row * size + row]!;
    }
  }
  return x;
}

function factorise(a: Float64Array, size: number): Float64Array | null {
  const lower = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let sum = a[row * size + column]!;
      for (let k = 0; k < column; k += 1) sum -= lower[row * size + k]! * lower[column * size + k]!;
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
