import { WaymarkError } from '../../contracts/errors.ts';

/** Branches of the institution and the clients of each, as its own list has them. */
export interface Frame {
  readonly branches: readonly string[];
  readonly clients: Float64Array;
}

/**
 * Checks the frame against the branches of the data. Throws BAD_MARGINS for a branch that stands twice,
 * a number of clients that is not a whole number above 0, and a branch of the data that the frame lacks.
 */
export function checkFrame(frame: Frame, branchesOfData: readonly string[]): void {
  const seen = new Set<string>();
  frame.branches.forEach((branch, index) => {
    const clients = frame.clients[index]!;
    if (seen.has(branch))
      throw new WaymarkError(
        'BAD_MARGINS',
        `The frame has the branch "${branch}" twice.`,
        'Each branch stands in one row of the frame. Correct the file.',
      );
    seen.add(branch);
    if (!(Number.isInteger(clients) && clients > 0))
      throw new WaymarkError(
        'BAD_MARGINS',
        `The frame gives the branch "${branch}" ${Number.isNaN(clients) ? 'no number of' : clients} clients.`,
        'Expected a whole number above 0. Leave a branch without clients out of the frame.',
      );
  });
  const lacking = branchesOfData.filter((branch) => !seen.has(branch));
  if (lacking.length > 0)
    throw new WaymarkError(
      'BAD_MARGINS',
      `The data has interviews in ${lacking.map((branch) => `"${branch}"`).join(', ')}, which the frame lacks.`,
      `Add ${lacking.length === 1 ? 'it' : 'them'} to the frame with the number of clients, or correct the names. The frame has: ${frame.branches.slice(0, 20).join(', ')}.`,
    );
}
