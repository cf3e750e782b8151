import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { print, printOutcome } from '../../../main/cli/print.ts';

function streamThat(fails?: string): Readonly<{ stream: Writable; written: string[] }> {
  const written: string[] = [];
  const stream = new Writable({
    write: (chunk, _encoding, done) => {
      if (fails === undefined) written.push(String(chunk));
      done(fails === undefined ? null : Object.assign(new Error('it failed'), { code: fails }));
    },
  });
  return { stream, written };
}

/** The exit code of an answer that was 0, and what stderr shows of it. */
async function ended(fails?: string, stderr = '') {
  const [out, err] = [streamThat(fails), streamThat()];
  const to = { env: {}, stdout: out.stream, stderr: err.stream };
  const code = await printOutcome({ code: 0, stdout: 'up\n', stderr }, to);
  return { code, shown: err.written.join('') };
}

// substrate 6148, zstd 42, uutils/coreutils 9782: `status --json > FILE` on a full disk was 0, and the file empty.
test.each(['ENOSPC', 'EIO', 'EBADF', 'EDQUOT'])(
  'an answer that ends in %s is none',
  async (code) => {
    expect(await ended(code)).toEqual({
      code: 3,
      shown: `The answer couldn’t be written (${code}).\n`,
    });
  },
);

test('a reader that has read enough is no fault', async () => {
  expect(await ended('EPIPE')).toEqual({ code: 0, shown: '' });
});

test('what arrives keeps its code, and what goes to stderr', async () => {
  expect(await ended(undefined, 'why\n')).toEqual({ code: 0, shown: 'why\n' });
});

test('a closed stderr hides nothing else', async () => {
  expect(await print(streamThat('EBADF').stream, 'x')).toBe('EBADF');
  const to = { env: {}, stdout: streamThat().stream, stderr: streamThat('EIO').stream };
  expect(await printOutcome({ code: 2, stdout: '', stderr: 'x' }, to)).toBe(2);
});
