/**
 * One at a time: two commands in one clone must neither install nor build into the same folders. The turn is a name that
 * this process listens at, so that the system gives it back however the process ends. Only Node built-ins.
 */
import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Tells the children of whoever has the turn that they need not wait for it. */
const holding = 'COOP_TRAY_TURN';

export async function inTurn(folder, work, say = console.log) {
  const name = `coop-tray-${createHash('sha256').update(folder).digest('hex').slice(0, 32)}`;
  if (process.env[holding] === name) return work();
  const giveBack = await take(addressOf(name), () =>
    say('Another command sets up or builds in this folder: waiting for it …'),
  );
  process.env[holding] = name;
  try {
    return await work();
  } finally {
    delete process.env[holding];
    giveBack();
  }
}

async function take(address, onWait) {
  for (let tries = 0; ; tries += 1) {
    const giveBack = await listen(address);
    if (giveBack) return giveBack;
    if (tries === 0) onWait();
    await endOf(address);
  }
}

/** Undefined while another process listens there. */
function listen(address) {
  const waiting = new Set();
  const server = createServer((socket) => {
    waiting.add(socket);
    socket.on('error', () => undefined);
  });
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      if (error.code === 'EADDRINUSE') resolve(undefined);
      else reject(error);
    });
    server.listen(address, () =>
      resolve(() => {
        server.close();
        for (const socket of waiting) socket.destroy();
      }),
    );
  });
}

/** Whoever has the turn holds the line until its end. */
function endOf(address) {
  return new Promise((resolve) => {
    const socket = connect(address);
    socket.once('error', (error) => {
      // A file that a killed process has left behind, where such names are files.
      if (error.code === 'ECONNREFUSED' && !address.startsWith('\0'))
        rmSync(address, { force: true });
    });
    socket.once('close', () => setTimeout(resolve, 50));
    socket.resume();
  });
}

function addressOf(name) {
  if (process.platform === 'linux') return `\0${name}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
}
