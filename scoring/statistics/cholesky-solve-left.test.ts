import { describe, expect, it } from 'vitest';
import { choleskySolveLeft } from './cholesky-solve-left.ts';

describe('choleskySolveLeft', () => {
  it('gives X with AX = B, for a B that is not symmetric', () => {
    const a = Float64Array.of(4, 2, 1, 2, 5, 3, 1, 3, 6);
    const b = Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8, 10);
    const x = choleskySolveLeft(a, b, 3)!;
    for (let row = 0; row < 3; row += 1) {
      for (let column = 0; column < 3; column += 1) {
        const product = [0, 1, 2].reduce((sum, k) => sum + a[row * 3 + k]! * x[k * 3 + column]!, 0);
        expect(product).toBeCloseTo(b[row * 3 + column]!, 12);
      }
    }
  });

  it('passes over the zeros at the start of rows, and over none that are not zero', () => {
    const size = 5;
    const a = new Float64Array(size * size);
    const put = (row: number, column: number, value: number): void => {
      a[row * size + column] = value;
      a[column * size + row] = value;
    };
    for (let row = 0; row < size; row += 1) put(row, row, 4 + row);
    put(2, 1, 1);
    put(3, 1, -2);
    put(4, 3, 0.5);
    const b = Float64Array.from({ length: size * size }, (_, place) => (place * 7) % 11);
    const x = choleskySolveLeft(a, b, size)!;
    for (let row = 0; row < size; row += 1) {
      for (let column = 0; column < size; column += 1) {
        const product = a
          .subarray(row * size, (row + 1) * size)
          .reduce((sum, value, k) => sum + value * x[k * size + column]!, 0);
        expect(product).toBeCloseTo(b[row * size + column]!, 12);
      }
    }
  });

  it('is null where A has no inverse', () => {
    expect(choleskySolveLeft(Float64Array.of(1, 1, 1, 1), Float64Array.of(1, 0, 0, 1), 2)).toBeNull();
    expect(choleskySolveLeft(Float64Array.of(0), Float64Array.of(1), 1)).toBeNull();
  });
});
