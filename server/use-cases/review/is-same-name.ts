/** Whether two names are the same person's, as far as names tell. */
export const isSameName = (a: string | null | undefined, b: string | null | undefined): boolean => {
  const [first, second] = [a, b].map((name) => (name ?? '').trim().toLowerCase());
  return first !== '' && first === second;
};
