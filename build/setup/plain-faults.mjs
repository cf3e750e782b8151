/** Preloaded with scripts for end users, to print errors as a sentence instead of a stack trace. */
import { plainly } from './say.mjs';

process.on('uncaughtException', (error) => {
  console.error(`\n${plainly(error)}`);
  process.exit(1);
});
