import { setTimeout as pause } from 'node:timers/promises';

/** For what moves by itself, such as the panel's menu and notifications: nothing tells when it has been drawn. In ms. */
const settleMs = 1500;

export async function settle(): Promise<void> {
  await pause(settleMs);
}
