/** Read before a script for people: what it throws is told in a sentence instead of a stack. */
import { plainly } from './say.mjs';

process.on('uncaughtException', (error) => {
  console.error(`\n${plainly(error)}`);
  process.exit(1);
});
