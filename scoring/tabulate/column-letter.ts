/** Letter of a column by its place, from 0: a … z, then aa, ab … as in a spreadsheet. */
export function columnLetter(place: number): string {
  const last = String.fromCharCode(97 + (place % 26));
  return place < 26 ? last : columnLetter(Math.floor(place / 26) - 1) + last;
}
