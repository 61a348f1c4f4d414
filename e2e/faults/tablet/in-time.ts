const LONGEST_MS = 90_000;

/**
 * Waits for something that should happen within seconds, so that what never comes fails by name instead of
 * holding up the suite.
 *
 * @param seen what to tell of the circumstances when it did not come
 */
export async function inTime(
  what: string,
  coming: Promise<void>,
  seen: () => string = () => '',
): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`Waited ${LONGEST_MS} ms in vain for ${what}. ${seen()}`));
    }, LONGEST_MS);
  });
  try {
    await Promise.race([coming, late]);
  } finally {
    clearTimeout(timer);
  }
}
