/**
 * The slow line itself, run in its own network namespace: two network interfaces, `near` and `far`; packets sent
 * through one come out of the other after a delay in ms (first argument). Prints a line once the interfaces exist.
 */
import { execFileSync, spawn } from 'node:child_process';
import type { Socket } from 'node:dgram';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';

const delayMs = Number(process.argv[2]);
const cards = ['near', 'far'] as const;

type End = Readonly<{ socket: Socket; cardPort: number }>;

/** Node cannot open a TUN device itself; `socat` does, and passes each packet as one datagram. */
async function openCard(name: string): Promise<End> {
  const [socket, placeholder] = [createSocket('udp4'), createSocket('udp4')];
  for (const one of [socket, placeholder]) {
    one.bind(0, '127.0.0.1');
    await once(one, 'listening');
  }
  const cardPort = placeholder.address().port;
  placeholder.close();
  await once(placeholder, 'close');
  const { port } = socket.address();
  const card = spawn(
    'socat',
    [
      `TUN,tun-name=${name},tun-type=tun,iff-no-pi`,
      `UDP4-DATAGRAM:127.0.0.1:${port},bind=127.0.0.1:${cardPort}`,
    ],
    { stdio: 'inherit' },
  );
  process.on('exit', () => card.kill());
  card.once('exit', () => process.exit(1));
  return { socket, cardPort };
}

function join(from: End, to: End): void {
  from.socket.on('message', (packet) => {
    setTimeout(() => to.socket.send(packet, to.cardPort, '127.0.0.1'), delayMs);
  });
}

execFileSync('ip', ['link', 'set', 'lo', 'up']);
const near = await openCard('near');
const far = await openCard('far');
join(near, far);
join(far, near);
const timer = setInterval(() => {
  const shown = execFileSync('ip', ['-brief', 'link'], { encoding: 'utf8' });
  if (!cards.every((card) => shown.includes(`${card} `))) return;
  clearInterval(timer);
  console.log('up');
}, 20);
// Ends with its parent process.
process.stdin.resume().once('end', () => process.exit(0));
