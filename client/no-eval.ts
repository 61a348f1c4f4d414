/**
 * Tells zod not to make code from strings: our content policy forbids it, and even zod's first try whether it
 * may is reported as a violation. Zod reads this the moment it loads, so this is the first import of each page.
 */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
