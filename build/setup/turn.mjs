/**
 * A lock for each clone, so that two commands never install or build into the same folders. The lock is a socket that
 * this process listens on, so the system releases it however the process ends. Uses only Node built-ins.
 */
import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Set for child processes of the lock's holder, which need not wait. */
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

/** Undefined while another process holds the lock. */
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

/** The holder keeps the connection open until it is done. */
function endOf(address) {
  return new Promise((resolve) => {
    const socket = connect(address);
    socket.once('error', (error) => {
      // A killed process leaves its socket file behind, on systems where it is a file.
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
