/** The likeliest class of each row of posteriors (row-major rows × k); the lower number on a tie. */
export function modalClasses(posteriors: Float64Array, k: number): Int8Array {
  return Int8Array.from({ length: posteriors.length / k }, (_, row) => {
    let best = 0;
    for (let label = 1; label < k; label += 1)
      if (posteriors[row * k + label]! > posteriors[row * k + best]!) best = label;
    return best;
  });
}
