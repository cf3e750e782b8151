import { setFlagsFromString } from 'node:v8';

/** V8's own limits (66 and 30 KiB of executed bytecode) times 16: a few ms of work in one function. */
const budgets = ['--interrupt-budget=1081344', '--interrupt-budget-for-maglev=491520'];

/**
 * Lets V8 optimise a function only once it has worked hard. An idle app then never loads the optimising compilers, 5 MiB
 * of the binary; a long piece of work loads them after some milliseconds.
 */
export function compileLate(): void {
  for (const budget of budgets) setFlagsFromString(budget);
}
