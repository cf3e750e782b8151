/**
 * A process that asks the keyring of its environment: a question a line in JSON, an answer a line. The questions come
 * by stdin, as a secret has no place among arguments. keytar keeps the bus it met first, so each bus needs a process.
 */
import { createInterface } from 'node:readline';
import { systemClock } from '../../../main/platform/clock.ts';
import { createSecrets } from '../../../main/platform/secrets/index.ts';

export type Question = readonly ['get' | 'set' | 'delete' | 'status', string, string];

const secrets = createSecrets({ clock: systemClock, limitMs: Number(process.argv[2]) });

for await (const line of createInterface({ input: process.stdin })) {
  const [verb, account, secret] = JSON.parse(line) as Question;
  const startMs = performance.now();
  const answer = await Promise.resolve(secrets[verb](account, secret)).then(
    (value) => value ?? 'nothing',
    (error: unknown) => String(error),
  );
  process.stdout.write(`${JSON.stringify({ answer, tookMs: performance.now() - startMs })}\n`);
}
process.exit(0);
