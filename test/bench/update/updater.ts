/** Run and killed by the bench: looks for an update, downloads it and puts it in place, as the app does; then says so. */
import { flushCompileCache } from 'node:module';
import { dirname } from 'node:path';
import { download, removeDrafts } from '../../../main/features/updates/download.ts';
import { createReadChannel } from '../../../main/features/updates/read-channel.ts';
import { replaceFile } from '../../../main/features/updates/replace.ts';
import { systemClock as clock } from '../../../main/platform/clock.ts';
import { dayMs } from '../../../shared/time/calendar.ts';
import { createBudget } from '../../../main/platform/net/budget.ts';
import { createNet } from '../../../main/platform/net/index.ts';

const [feed = '', key = '', target = ''] = process.argv.slice(2);
const net = createNet({ budget: createBudget(8) });
// Halves the next start; Node writes the cache at exit otherwise, which a kill prevents.
flushCompileCache();

const say = (what: string) => process.stdout.write(`${what}\n`);
say('started');
// The kill that left one was a moment ago; the app leaves those of the last hours alone.
await removeDrafts(dirname(target), clock.nowUtcMs() + dayMs);
const { signal } = new AbortController();
const release = { feed, keys: [key] };
const answer = await createReadChannel({ net, clock, release })('stable', signal);
if (!answer.ok) throw new Error(answer.problem.code);
const [file] = answer.manifest.files;
if (!file) throw new Error('no file');
say('offered');
const draft = await download({ net, clock, feed }, { file, target, signal, onProgress: () => {} });
say('downloaded');
await replaceFile(target, draft, file);
say('installed');
