/**
 * The branches a new code is for: those ticked that the chosen study offers. Ticks can outlive a change of
 * study, and a person's branches may lie in several studies.
 */
export const chosenBranches = (
  offered: readonly { readonly code: string }[],
  ticked: readonly string[],
): string[] => offered.map(({ code }) => code).filter((code) => ticked.includes(code));
