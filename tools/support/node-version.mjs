import { giveUp } from './say.mjs';

const NEEDED = [20, 19];

/** Ends the process with a clear message on a Node that Waymark does not run on. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [neededMajor = 0, neededMinor = 0] = NEEDED;
  if (major > neededMajor || (major === neededMajor && minor >= neededMinor)) return;
  giveUp(
    `Waymark needs Node.js ${NEEDED.join('.')} or newer; this is ${process.versions.node}.`,
    'Install a current long-term release from https://nodejs.org and run the command again.',
  );
}
