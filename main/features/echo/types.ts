import type { SendReport } from '../contracts/outbox.ts';
import type { Host } from '../host.ts';
import type { Echo } from './index.ts';
import type { Reports } from './reports.ts';
import type { OpenRoomPage } from './room-page.ts';

/** What the echo test needs of the desktop. */
export type EchoDesktop = Readonly<{ roomPages: () => Promise<OpenRoomPage> }>;

export type EchoHost = Host & EchoDesktop & Readonly<{ sendReport: SendReport }>;

export type EchoApi = Readonly<{
  echo: Echo;
  reports: Reports;
  sendReport: SendReport;
  /** Grants or withdraws the page's access to the microphone. */
  allowMicrophone: Host['allowMicrophone'];
}>;
